package bobbin.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Turns passwords into what may be kept, with Argon2id (RFC 9106). Few threads of its own do the work, so that a storm of sign-ins
 * takes neither all memory nor the threads that answer everybody else; when too many wait, further ones are refused.
 */
public final class Argon2 implements AutoCloseable {
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final Base64.Encoder ENCODER = Base64.getEncoder().withoutPadding();

    private final PasswordSettings settings;
    private final SecureRandom random = new SecureRandom();
    private final ThreadPoolExecutor workers;

    public Argon2(PasswordSettings settings) {
        this.settings = settings;
        this.workers = new ThreadPoolExecutor(
                settings.atOnce(),
                settings.atOnce(),
                30,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(settings.waiting()),
                Thread.ofPlatform().daemon().name("argon2-", 1).factory());
        workers.allowCoreThreadTimeOut(true);
    }

    /** What is kept of a password, in the usual form {@code $argon2id$v=19$m=19456,t=2,p=1$salt$hash}. */
    String hash(Password password) {
        Hash fresh = Hash.fresh(settings, bytes(SALT_BYTES));
        return fresh.with(compute(password, fresh)).text();
    }

    /** Whether this is the password of which that was kept. */
    boolean matches(Password password, String kept) {
        Hash hash = Hash.parse(kept);
        return MessageDigest.isEqual(compute(password, hash), hash.value());
    }

    /** Takes as long as {@link #matches} for the password of nobody, so that time does not tell who exists. Always false. */
    boolean matchesNobody(Password password) {
        compute(password, Hash.fresh(settings, bytes(SALT_BYTES)));
        return false;
    }

    /** Whether this was made with other settings than today's, so that it should be made anew while the password is at hand. */
    boolean isDated(String kept) {
        Hash hash = Hash.parse(kept);
        return hash.memory() != settings.memory()
                || hash.passes() != settings.passes()
                || hash.lanes() != settings.lanes();
    }

    private byte[] compute(Password password, Hash hash) {
        return wait(() -> {
            Argon2BytesGenerator generator = new Argon2BytesGenerator();
            generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                    .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                    .withMemoryAsKB(hash.memory())
                    .withIterations(hash.passes())
                    .withParallelism(hash.lanes())
                    .withSalt(hash.salt())
                    .build());
            byte[] value = new byte[HASH_BYTES];
            generator.generateBytes(password.bytes(), value);
            return value;
        });
    }

    private byte[] wait(Callable<byte[]> work) {
        Future<byte[]> result;
        try {
            result = workers.submit(work);
        } catch (RejectedExecutionException _) {
            throw AccountProblems.BUSY.refuse();
        }
        try {
            return result.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("Argon2id failed", e.getCause());
        } catch (InterruptedException e) {
            result.cancel(true);
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while a password was checked", e);
        }
    }

    /** Lets its threads end. */
    @Override
    public void close() {
        workers.close();
    }

    private byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    /** The parts of the usual form. */
    @SuppressWarnings("ArrayRecordComponent") // never compared, never handed out
    private record Hash(int memory, int passes, int lanes, byte[] salt, byte[] value) {

        static Hash fresh(PasswordSettings settings, byte[] salt) {
            return new Hash(settings.memory(), settings.passes(), settings.lanes(), salt, new byte[0]);
        }

        static Hash parse(String text) {
            String[] parts = text.split("[$,=]", -1);
            if (parts.length != 12 || !parts[1].equals("argon2id")) {
                throw new IllegalStateException("The kept password has an unknown form");
            }
            Base64.Decoder decoder = Base64.getDecoder();
            return new Hash(
                    Integer.parseInt(parts[5]),
                    Integer.parseInt(parts[7]),
                    Integer.parseInt(parts[9]),
                    decoder.decode(parts[10]),
                    decoder.decode(parts[11].getBytes(StandardCharsets.US_ASCII)));
        }

        Hash with(byte[] computed) {
            return new Hash(memory, passes, lanes, salt, computed);
        }

        String text() {
            return "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
                    .formatted(memory, passes, lanes, ENCODER.encodeToString(salt), ENCODER.encodeToString(value));
        }
    }
}
