/** What only a developer's Bobbin has: a cast of people with known passwords, an app, and the note that lists them. */
@NullMarked
package bobbin.lab;

import org.jspecify.annotations.NullMarked;
