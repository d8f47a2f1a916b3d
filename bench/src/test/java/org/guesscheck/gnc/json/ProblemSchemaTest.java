package org.guesscheck.gnc.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.guesscheck.core.problem.Problem;
import org.guesscheck.gnc.text.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The schema of problem files and their reader agree on what is a problem, and measurements may be nested lists. */
class ProblemSchemaTest {
    private static final String FILE = "file";

    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(ProblemJson.schema(), InputFormat.JSON);

    private static final String DENSE = "{\"rows\":1,\"cols\":2,\"train\":{\"measurements\":[[1,0]],\"targets\":[3]},"
            + "\"test\":{\"measurements\":[[0,1]],\"targets\":[4]},\"groundTruth\":[[3,4]]}";

    private static final String OBSERVED = "{\"rows\":1,\"cols\":2,\"train\":{\"entries\":[[0,0,3]]},"
            + "\"test\":{\"entries\":[[0,1,4]]},\"groundTruth\":[[3,4]]}";

    private static List<String> faults(String problem) {
        List<String> faults = new ArrayList<>();
        SCHEMA.validate(problem, InputFormat.JSON).forEach(fault -> faults.add(fault.toString()));
        return faults;
    }

    /** What the reader says, empty where it takes the problem. */
    private static String said(String problem) {
        try {
            ProblemJson.parse(problem, FILE);
            return "";
        } catch (InputException e) {
            return e.getMessage();
        }
    }

    private static void assertAgree(String problem) {
        String said = said(problem);
        List<String> faults = faults(problem);
        assertEquals(said.isEmpty(), faults.isEmpty(), problem + ": " + said + " / " + faults);
    }

    /** What a list must be beside others, which a schema can't say. */
    private static boolean beyondASchema(String said) {
        return said.contains(" numbers; ")
                || said.contains(" rows; rows = ")
                || said.contains(" were there before")
                || said.contains("; rows * cols of at most ")
                || said.contains("all entries are observed")
                || said.contains("they span all ")
                || said.contains("a row of 0 to 0, a column of 0 to 1 and a value")
                        && !said.contains("[-")
                        && !said.contains("0.5");
    }

    @Test
    void writtenProblemsAreOfTheSchema() throws IOException {
        for (Problem problem : List.of(
                Problem.sensing(3, 4, 2, 7, 5),
                Problem.completion(3, 4, 1, 7, 5),
                Problem.completion(40, 40, 2, 700, 3))) {
            assertEquals(List.of(), faults(ProblemText.of(problem)));
        }
    }

    /** Every field left out, and set to values of each kind and around each limit. */
    @Test
    void theyRefuseTheSameChangesOfOneField() {
        List<String> values = List.of(
                "null",
                "-1",
                "0",
                "0.5",
                "1",
                "1.0",
                "1e0",
                "2",
                "2147483639",
                "true",
                "\"x\"",
                "{}",
                "[]",
                "[1]",
                "[3, 4]",
                "[[]]",
                "[[1, 2]]",
                "[[1], [2]]",
                "[[[1, 2]]]",
                "[[[1, 2]], [3, 4]]",
                "[[[1], 2]]",
                "[[1, [2]]]",
                "[[[[1, 2]]]]",
                "[[1, \"2\"]]",
                "[[1, null]]",
                "[[1e18, 1]]",
                "[[1e19, 1]]",
                "[1e19]",
                "[[0, 1, 1]]",
                "[[0, 1.0, 1e19]]",
                "[[0, 0.5, 1]]",
                "[[-1, 0, 1]]",
                "[[0, 0, 1], [0, 1]]",
                "[[0, 0, 1, 1]]",
                "[[0, \"0\", 1]]");
        int taken = 0;
        int refused = 0;
        for (String whole : List.of(DENSE, OBSERVED)) {
            for (String path : List.of(
                    "rows",
                    "cols",
                    "train",
                    "test",
                    "groundTruth",
                    "other",
                    "train/measurements",
                    "train/targets",
                    "train/entries",
                    "train/other",
                    "test/measurements",
                    "test/targets",
                    "test/entries")) {
                String[] names = path.split("/");
                ObjectNode problem = Json.parse(whole, FILE);
                ObjectNode part = names.length == 1 ? problem : (ObjectNode) problem.get(names[0]);
                String name = names[names.length - 1];
                part.remove(name);
                assertAgree(Json.line(problem));
                for (String value : values) {
                    part.set(name, Json.parse("{\"x\": " + value + "}", FILE).get("x"));
                    String changed = Json.line(problem);
                    if (beyondASchema(said(changed))) {
                        continue;
                    }
                    assertAgree(changed);
                    taken += said(changed).isEmpty() ? 1 : 0;
                    refused += said(changed).isEmpty() ? 0 : 1;
                }
            }
        }
        assertTrue(taken > 30 && refused > 500, taken + " taken, " + refused + " refused");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"rows\":1,\"cols\":2,\"train\":{\"entries\":[[0,0,3]]}}",
                "{\"rows\":1,\"cols\":2,\"train\":{\"entries\":[[0,0,3]]},\"test\":null}",
                "{\"rows\":1,\"cols\":2,\"train\":{\"entries\":[[0,0,3]]},\"test\":null,\"groundTruth\":[[3,4]]}",
                "{\"rows\":1,\"cols\":2,\"train\":{\"entries\":[[0,0,3]]},\"groundTruth\":null,\"test\":{\"entries\":[[0,1,4]]}}",
                "{\"rows\":1,\"cols\":2,\"train\":{\"entries\":null,\"measurements\":[[1,0]],\"targets\":[1]},\"groundTruth\":[[3,4]]}",
                "{\"rows\":1,\"cols\":2,\"train\":{},\"groundTruth\":[[3,4]]}",
                "{\"rows\":1,\"cols\":2,\"groundTruth\":[[3,4]]}",
                "{}"
            })
    void theyRefuseTheSameFieldsLeftOut(String problem) {
        assertAgree(problem);
    }

    @Test
    void nestedListsAreTheSameProblem() {
        String flat = "{\"rows\":2,\"cols\":2,\"groundTruth\":[[1,2],[3,4]],"
                + "\"train\":{\"measurements\":[[1,2,3,4],[0,1,0,0]],\"targets\":[1,2]}}";
        String nested = flat.replace("[1,2,3,4]", "[[1,2],[3,4]]").replace("[0,1,0,0]", "[[0,1],[0,0]]");
        double[] product = {0.25, -1, 0.5, 3};
        Problem one = ProblemJson.parse(flat, FILE);
        Problem other = ProblemJson.parse(nested, FILE);
        assertEquals(one.trainLoss(product), other.trainLoss(product));
        assertEquals(one.generalizationLoss(product), other.generalizationLoss(product));
        assertEquals(
                "file: train.measurements[1]: 1 rows; rows = 2 are needed",
                said(nested.replace("[[0,1],[0,0]]", "[[0,1]]")));
        assertEquals(
                "file: train.measurements[1][1]: 1 numbers; cols = 2 are needed",
                said(nested.replace("[[0,1],[0,0]]", "[[0,1],[0]]")));
        assertEquals(
                "file: train.measurements[1][0][1]: NaN is not a finite number",
                said(nested.replace("[[0,1],[0,0]]", "[[0,NaN],[0,0]]")));
    }
}
