/**
 * The frame of all pages: routes, who looks at a page, the token in every form, the headers that every page carries, the layout and
 * the page of what went wrong. Pages are whole without script (15 §15.19).
 */
@NullMarked
package bobbin.web;

import org.jspecify.annotations.NullMarked;
