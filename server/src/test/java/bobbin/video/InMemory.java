package bobbin.video;

import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;

/** A file that is only in memory. */
@SuppressWarnings("resource")
final class InMemory implements SeekableByteChannel {
    private final ByteBuffer bytes;
    private boolean open = true;

    InMemory(byte[] bytes) {
        this.bytes = ByteBuffer.wrap(bytes);
    }

    @Override
    public int read(ByteBuffer into) {
        if (!bytes.hasRemaining()) {
            return -1;
        }
        int length = Math.min(into.remaining(), bytes.remaining());
        into.put(bytes.slice(bytes.position(), length));
        bytes.position(bytes.position() + length);
        return length;
    }

    @Override
    public int write(ByteBuffer from) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long position() {
        return bytes.position();
    }

    @Override
    public SeekableByteChannel position(long at) {
        bytes.position((int) Math.min(at, bytes.limit()));
        return this;
    }

    @Override
    public long size() {
        return bytes.limit();
    }

    @Override
    public SeekableByteChannel truncate(long size) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    @Override
    public void close() {
        open = false;
    }
}
