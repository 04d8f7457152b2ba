package bobbin.media;

import bobbin.media.MediaSettings.S3;
import java.net.URI;
import java.util.Properties;
import org.gaul.s3proxy.BlobStores;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.blobstore.BlobStore;

/** An object store in this process that speaks S3, checks signatures, and holds its objects in memory. */
final class ObjectStore implements AutoCloseable {
    private static final String BUCKET = "media";

    private final S3Proxy proxy;

    ObjectStore() throws Exception {
        BlobStore store = BlobStores.create("transient-nio2", new Properties());
        proxy = S3Proxy.builder()
                .blobStore(store)
                .endpoint(URI.create("http://127.0.0.1:0"))
                .awsAuthentication(AuthenticationType.AWS_V4, "access", "secret")
                .build();
        proxy.start();
        store.createContainer(BUCKET);
    }

    S3 settings() {
        return settings("secret");
    }

    S3 settings(String secretKey) {
        URI endpoint = URI.create("http://127.0.0.1:" + proxy.getPort());
        return new S3(endpoint, "us-east-1", BUCKET, "bobbin/", "access", secretKey, true);
    }

    @Override
    public void close() {
        try {
            proxy.stop();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
