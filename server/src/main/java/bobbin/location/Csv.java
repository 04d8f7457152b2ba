package bobbin.location;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads comma-separated values (RFC 4180) row by row: cells may stand in double quotes, a doubled one stands for itself, lines may end in
 * any way. A row holds at most {@value #LONGEST} characters, so memory is bounded whatever the file is.
 */
final class Csv {
    private static final int LONGEST = 10_000;
    private static final char QUOTE = '"';
    private static final int END = -1;
    private static final char BYTE_ORDER_MARK = '\ufeff';

    private final BufferedReader in;
    private long line = 1;
    /** Where the last row began. */
    private long began = 1;
    /** How much of the row has been read. */
    private int length;
    /** What ended the last cell: a comma, the end of a line, or {@link #END}. */
    private int stop = '\n';

    Csv(Reader in) throws IOException {
        this.in = new BufferedReader(in);
        this.in.mark(1);
        if (this.in.read() != BYTE_ORDER_MARK) {
            this.in.reset();
        }
    }

    /** A row that cannot be read, nor can anything behind it. */
    static final class Broken extends Exception {
        private static final long serialVersionUID = 1;

        private final String what;

        Broken(String what) {
            super(what, null, false, false);
            this.what = what;
        }

        String what() {
            return what;
        }
    }

    /** The next row that is not empty; nothing at the end. */
    Optional<List<String>> next() throws IOException, Broken {
        List<String> cells = List.of();
        while (cells.isEmpty()) {
            if (stop == END) {
                return Optional.empty();
            }
            cells = row();
        }
        return Optional.of(cells);
    }

    /** In which line the last row began, from 1. */
    long line() {
        return began;
    }

    /** Without any cell if the line is empty. */
    private List<String> row() throws IOException, Broken {
        began = line;
        length = 0;
        List<String> cells = new ArrayList<>();
        do {
            cells.add(cell());
        } while (stop == ',');
        return cells.size() == 1 && cells.getFirst().isEmpty() ? List.of() : cells;
    }

    private String cell() throws IOException, Broken {
        int first = read();
        if (first == QUOTE) {
            String text = quoted();
            stop = read();
            if (!isStop(stop)) {
                throw new Broken("something follows a closing quotation mark, where a comma was expected");
            }
            return text;
        }
        StringBuilder text = new StringBuilder();
        int c = first;
        for (; !isStop(c); c = read()) {
            text.append((char) c);
        }
        stop = c;
        return text.toString();
    }

    private String quoted() throws IOException, Broken {
        StringBuilder text = new StringBuilder();
        while (true) {
            int c = read();
            if (c == END) {
                throw new Broken("a quotation mark is not closed");
            }
            if (c == QUOTE && !follows(QUOTE)) {
                return text.toString();
            }
            text.append((char) c);
        }
    }

    private static boolean isStop(int c) {
        return c == ',' || c == '\n' || c == END;
    }

    /** The next character; any end of a line is one. */
    private int read() throws IOException, Broken {
        int c = in.read();
        if (c == '\r') {
            follows('\n');
            c = '\n';
        }
        if (c == '\n') {
            line++;
        }
        if (++length > LONGEST) {
            throw new Broken(
                    "the row is longer than %d characters; is a quotation mark not closed?".formatted(LONGEST));
        }
        return c;
    }

    /** Whether this is next; then it is skipped. */
    private boolean follows(char c) throws IOException {
        in.mark(1);
        if (in.read() == c) {
            return true;
        }
        in.reset();
        return false;
    }
}
