package org.guesscheck.core.platform;

/** Whether the JVM compiles the Vector API's operations to instructions. As method calls, they are a thousand times slower. */
final class HotSpot {
    /** The number of C2's compilation tier, the highest. */
    private static final int C2 = 4;

    private HotSpot() {}

    /** Why vector operations are slow, in one sentence that says what to do; empty if there is no reason. */
    static String whyVectorsAreSlow() {
        if (System.getProperty("java.vm.info", "").startsWith("interpreted")) {
            return "this JVM only interprets: remove -Xint";
        }
        String tier = option("TieredStopAtLevel");
        if (tier != null && Integer.parseInt(tier) < C2) {
            return "this JVM compiles without C2: remove -XX:TieredStopAtLevel=" + tier;
        }
        return "false".equals(option("UseFMA"))
                ? "this JVM does not use the CPU's fused multiply-add: remove -XX:-UseFMA, or the CPU has none"
                : "";
    }

    /** A HotSpot option's value; null if it is not known. By reflection, because a JVM may lack HotSpot or its management module. */
    private static String option(String name) {
        try {
            Class<?> type = Class.forName("com.sun.management.HotSpotDiagnosticMXBean");
            Object bean = Class.forName("java.lang.management.ManagementFactory")
                    .getMethod("getPlatformMXBean", Class.class)
                    .invoke(null, type);
            Object option = type.getMethod("getVMOption", String.class).invoke(bean, name);
            return (String) option.getClass().getMethod("getValue").invoke(option);
        } catch (ReflectiveOperationException | LinkageError e) {
            return null;
        }
    }
}
