package org.guesscheck.core.kernel.vector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeModel;
import java.lang.classfile.attribute.CodeAttribute;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LineNumber;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import jdk.incubator.vector.FloatVector;
import org.junit.jupiter.api.Test;

/** Loading templates, and the code that is written into them. */
class SpecialisedTest {
    private static VectorBlock.Constants block(int rows, int cols) {
        return new VectorBlock.Constants(FloatVector.SPECIES_256, rows, cols, false);
    }

    private static CodeModel sums(int rows, int cols) {
        return ClassFile.of().parse(Specialised.classFile(VectorBlock.class, block(rows, cols))).methods().stream()
                .filter(method -> method.methodName().equalsString("sums"))
                .findFirst()
                .orElseThrow()
                .code()
                .orElseThrow();
    }

    @Test
    void equalConstantsShareAClass() {
        Block one = Specialised.load(Block.class, block(3, 4));
        assertSame(one.getClass(), Specialised.load(Block.class, block(3, 4)).getClass());
        assertNotSame(one.getClass(), Specialised.load(Block.class, block(4, 3)).getClass());
        assertTrue(one.getClass().isHidden());
    }

    @Test
    void aBlockHasNoTermThatItDoesNotNeed() {
        for (int rows = 1; rows <= 5; rows++) {
            for (int cols = 1; cols <= 5; cols++) {
                long fmas = sums(rows, cols)
                        .elementStream()
                        .filter(element -> element instanceof InvokeInstruction call
                                && call.name().equalsString("fma"))
                        .count();
                // Once in the loop and once after it.
                assertEquals(2L * rows * cols, fmas, rows + " x " + cols);
            }
        }
    }

    /** HotSpot compiles no method of more than 8,000 bytes. */
    @Test
    void theLargestMethodsAreNotTooLargeForTheCompiler() {
        List<Unrolled> largest = List.of(
                block(5, 5),
                new VectorChain.Constants(FloatVector.SPECIES_512, 2, 5, true),
                new VectorGramBlock.Constants(FloatVector.SPECIES_512, 5, 5, false),
                new VectorCorrelatedRows.Constants(FloatVector.SPECIES_512, 5, false, false),
                new VectorJudge.Constants(FloatVector.SPECIES_512, 400, true, 5));
        for (Unrolled constants : largest) {
            Class<?> template = constants.getClass().getEnclosingClass();
            ClassFile.of().parse(Specialised.classFile(template, (Record) constants)).methods().stream()
                    .filter(method ->
                            constants.methods().containsKey(method.methodName().stringValue()))
                    .forEach(method -> assertTrue(
                            ((CodeAttribute) method.code().orElseThrow()).codeLength() < 8000,
                            template + " " + method.methodName()));
        }
    }

    @Test
    void writtenCodeHasTheLinesOfItsWriter() throws IOException {
        List<String> source = Files.readAllLines(
                Path.of("src", "main", "java", VectorBlock.class.getName().replace('.', '/') + ".java"));
        String line = "";
        int stores = 0;
        for (var element : sums(2, 3)) {
            if (element instanceof LineNumber number) {
                line = source.get(number.line() - 1);
            }
            if (element instanceof InvokeInstruction call && call.name().equalsString("intoArray")) {
                assertTrue(line.contains(".store("), line);
                stores++;
            }
        }
        assertEquals(6, stores);
    }

    record Nowhere(int number) implements Unrolled {
        @Override
        public Map<String, Consumer<KernelCode>> methods() {
            return Map.of("nowhere", KernelCode::end);
        }
    }

    @Test
    void codeForAMethodThatTheTemplateDoesNotHaveIsRefused() {
        String message = assertThrows(IllegalStateException.class, () -> Specialised.load(Block.class, new Nowhere(1)))
                .getMessage();
        assertEquals(
                "of the methods [nowhere] the kernel template " + SpecialisedTest.class.getName() + " has []", message);
    }
}
