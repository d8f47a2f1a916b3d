package org.guesscheck.core.platform;

/** What the Vector API needs of the JVM: without it, its operations are method calls and a thousand times slower. */
final class HotSpot {
    /** The highest tier of compilation, which is C2's. */
    private static final int C2 = 4;

    private HotSpot() {}

    /** The first reason that is found, in one sentence that says what to do; empty if there is none. */
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

    /** A HotSpot option, by reflection, for not every JVM is a HotSpot with the management module; null if it is not known. */
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
