package bobbin.fetch;

import java.security.GeneralSecurityException;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.NoopHostnameVerifier;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.ssl.SSLContexts;

/** What becomes of the certificates of other servers. */
enum Certificates {
    /** They must be valid, and for the name that was asked. */
    VERIFIED {
        @Override
        TlsSocketStrategy strategy() {
            return DefaultClientTlsStrategy.createDefault();
        }
    },
    /** Any will do: for laboratories. */
    BELIEVED {
        @Override
        TlsSocketStrategy strategy() {
            try {
                return new DefaultClientTlsStrategy(
                        SSLContexts.custom().loadTrustMaterial((_, _) -> true).build(), NoopHostnameVerifier.INSTANCE);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("Every Java has TLS", e);
            }
        }
    };

    abstract TlsSocketStrategy strategy();
}
