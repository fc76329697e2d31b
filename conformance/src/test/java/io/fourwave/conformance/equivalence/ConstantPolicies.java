package io.fourwave.conformance.equivalence;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;

/** Writes a class that decides everything in the same way: yes, and as much as is allowed. A proxy would allocate. */
final class ConstantPolicies {
    static final String NAME = "ConstantPolicies";

    private ConstantPolicies() {}

    static String source(Class<?> policies) {
        StringBuilder text = new StringBuilder("package " + policies.getPackageName() + ";\n");
        text.append("public final class " + NAME + " implements " + policies.getSimpleName() + " {\n");
        Method[] methods = policies.getMethods();
        Arrays.sort(methods, Comparator.comparing(Method::getName));
        for (Method method : methods) {
            text.append("  @Override public " + method.getReturnType().getName() + " " + method.getName() + "(");
            Class<?>[] params = method.getParameterTypes();
            for (int i = 0; i < params.length; i++) {
                text.append(i == 0 ? "" : ", ")
                        .append(params[i].getName())
                        .append(" p")
                        .append(i);
            }
            text.append(") { ").append(result(method)).append(" }\n");
        }
        return text.append("}\n").toString();
    }

    /** Of a range, high is the third parameter, after the time and low. */
    private static String result(Method method) {
        Class<?> type = method.getReturnType();
        if (type == void.class) {
            return "";
        }
        if (type == boolean.class) {
            return "return true;";
        }
        if (type.isEnum()) {
            return "return " + type.getName() + ".of(0);";
        }
        boolean range = method.getParameterCount() >= 3 && method.getParameterTypes()[2] == type;
        return range ? "return p2;" : "return 1_000_000;";
    }
}
