import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.guesscheck.core.matrix.GemmShape;
import org.guesscheck.core.matrix.Multiplier;
import org.guesscheck.core.matrix.Multipliers;

/**
 * Measures the speed of square matrix products on one thread, the best of several: java -cp 'bench/target/gnc/lib/*' --add-modules
 * jdk.incubator.vector --enable-native-access=ALL-UNNAMED toolchain/peers/ProductSpeed.java openblas 512 1024 2048
 */
class ProductSpeed {
    public static void main(String[] args) {
        Multiplier products = Multipliers.named(args[0], 1);
        for (int s = 1; s < args.length; s++) {
            int n = Integer.parseInt(args[s]);
            try (Arena arena = Arena.ofShared()) {
                MemorySegment a = arena.allocate(4L * n * n, 64);
                MemorySegment b = arena.allocate(4L * n * n, 64);
                MemorySegment c = arena.allocate(4L * n * n, 64);
                for (long e = 0; e < (long) n * n; e++) {
                    a.setAtIndex(ValueLayout.JAVA_FLOAT, e, e % 7);
                    b.setAtIndex(ValueLayout.JAVA_FLOAT, e, e % 5);
                }
                double best = Double.MAX_VALUE;
                long end = System.nanoTime() + 2_000_000_000L;
                do {
                    long start = System.nanoTime();
                    products.multiply(GemmShape.plain(n, n, n), a, b, c);
                    best = Math.min(best, (System.nanoTime() - start) * 1e-9);
                } while (System.nanoTime() < end);
                System.out.printf("%s: %d %.1f GFLOP/s%n", products.name(), n, 2e-9 * n * n * n / best);
            }
        }
    }
}
