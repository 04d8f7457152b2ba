package bobbin.media;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** Files in an object store that speaks S3. The client is made for the first file, so that a start does not wait for it. */
final class S3Storage implements Storage {
    private final MediaSettings.S3 settings;
    private @Nullable S3Client client;

    S3Storage(MediaSettings.S3 settings) {
        this.settings = settings;
    }

    /** One call of a client, which fails in its own ways. */
    @FunctionalInterface
    private interface Deed<T> {
        T of(S3Client client) throws IOException;
    }

    @Override
    public void put(FileName name, FileType type, Path file) throws IOException {
        ask(
                name,
                client -> client.putObject(
                        request ->
                                request.bucket(settings.bucket()).key(key(name)).contentType(type.mediaType()),
                        RequestBody.fromFile(file)));
        Files.delete(file);
    }

    @Override
    public InputStream open(FileName name, long from, long length) throws IOException {
        return ask(
                name,
                client -> client.getObject(request -> request.bucket(settings.bucket())
                        .key(key(name))
                        .range("bytes=%d-%d".formatted(from, from + length - 1))));
    }

    @Override
    public void retrieve(FileName name, Path to) throws IOException {
        ask(
                name,
                client -> client.getObject(
                        request -> request.bucket(settings.bucket()).key(key(name)), to));
    }

    @Override
    public void delete(FileName name) throws IOException {
        ask(
                name,
                client -> client.deleteObject(
                        request -> request.bucket(settings.bucket()).key(key(name))));
    }

    @Override
    public synchronized void close() {
        if (client != null) {
            client.close();
        }
    }

    private <T> T ask(FileName name, Deed<T> deed) throws IOException {
        try {
            return deed.of(client());
        } catch (NoSuchKeyException _) {
            throw new NoSuchFileException(name.toString());
        } catch (SdkException e) {
            throw new IOException("The object store failed: " + e.getMessage(), e);
        }
    }

    private String key(FileName name) {
        return settings.prefix() + name;
    }

    private synchronized S3Client client() {
        S3Client known = client;
        if (known == null) {
            S3ClientBuilder builder = S3Client.builder()
                    .httpClientBuilder(UrlConnectionHttpClient.builder())
                    .region(Region.of(settings.region()))
                    .forcePathStyle(settings.pathStyle())
                    // Checksums that not every store knows are left out where S3 does not demand them.
                    .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                    .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                    .credentialsProvider(StaticCredentialsProvider.create(
                            AwsBasicCredentials.create(settings.accessKey(), settings.secretKey())));
            if (!settings.endpoint().toString().isEmpty()) {
                builder.endpointOverride(settings.endpoint());
            }
            known = builder.build();
            client = known;
        }
        return known;
    }
}
