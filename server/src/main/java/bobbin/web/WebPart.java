package bobbin.web;

/** The pages of one feature. */
public interface WebPart {
    void declare(Routes routes);
}
