/**
 * Acting as people without their browsers: what the API presupposes and cannot do itself, for tests and demonstrations (specification 15
 * §15.20). Features contribute acts, which run the same verbs as pages and API.
 */
@NullMarked
package bobbin.script;

import org.jspecify.annotations.NullMarked;
