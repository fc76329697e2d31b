package tlc2.overrides;

import io.fourwave.modelcheck.tlc.child.Memory;
import io.fourwave.modelcheck.tlc.child.Noted;
import io.fourwave.modelcheck.tlc.child.Tally;

/**
 * The one place where TLC looks for operators written in Java; its package and name are TLC's convention. More classes can be named
 * in the system property {@code fourwave.overrides}, separated by commas.
 */
public final class TLCOverrides implements ITLCOverrides {
    @Override
    @SuppressWarnings("rawtypes")
    public Class[] get() {
        String more = System.getProperty("fourwave.overrides", "");
        if (more.isBlank()) {
            return new Class[] {Memory.class, Noted.class, Tally.class};
        }
        String[] names = more.split(",");
        Class<?>[] classes = new Class<?>[names.length + 3];
        classes[0] = Memory.class;
        classes[1] = Noted.class;
        classes[2] = Tally.class;
        for (int i = 0; i < names.length; i++) {
            try {
                classes[i + 3] = Class.forName(names[i].strip());
            } catch (ClassNotFoundException e) {
                throw new IllegalStateException(
                        "fourwave.overrides names a class that is not there: " + names[i].strip(), e);
            }
        }
        return classes;
    }
}
