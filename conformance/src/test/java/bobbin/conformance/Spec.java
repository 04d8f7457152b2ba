package bobbin.conformance;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Which rows of the specification a test checks, such as {@code 04 §4.1}, and through which edges of the API. */
@Retention(RetentionPolicy.SOURCE)
@Target({ElementType.TYPE, ElementType.METHOD})
@interface Spec {
    String[] value();

    /** As the reference page lists them: {@code GET /{account}/threads}. */
    String[] edges() default {};
}
