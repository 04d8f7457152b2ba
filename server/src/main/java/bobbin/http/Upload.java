package bobbin.http;

import java.util.Arrays;

/** A file in a {@code multipart/form-data} body, wholly in memory. What its sender says of name and type proves nothing. */
public final class Upload {
    private final String fileName;
    private final String contentType;
    private final byte[] content;

    public Upload(String fileName, String contentType, byte[] content) {
        this.fileName = fileName;
        this.contentType = contentType;
        this.content = content.clone();
    }

    /** As its sender says; empty if the sender says nothing. */
    public String fileName() {
        return fileName;
    }

    /** As its sender says; empty if the sender says nothing. */
    public String contentType() {
        return contentType;
    }

    public byte[] content() {
        return content.clone();
    }

    public int size() {
        return content.length;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Upload that
                && fileName.equals(that.fileName)
                && contentType.equals(that.contentType)
                && Arrays.equals(content, that.content);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(content);
    }
}
