package org.guesscheck.gnc.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.guesscheck.core.descent.Descent;
import org.guesscheck.core.descent.DescentExecution;
import org.guesscheck.core.descent.GradientDescent;
import org.guesscheck.core.descent.LossPoint;
import org.guesscheck.core.network.Network;
import org.guesscheck.core.posterior.Posterior;
import org.guesscheck.core.problem.Problem;
import org.guesscheck.core.sampler.Sampler;
import org.guesscheck.gnc.text.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is written comes back to the bit. */
class PosteriorJsonTest {
    private static final Problem PROBLEM = Problem.sensing(5, 5, 1, 15, 1);

    private static Posterior again(Posterior posterior) {
        return PosteriorJson.read(Json.parse(Json.print(PosteriorJson.write(posterior)), "text"), "text");
    }

    @ParameterizedTest
    @CsvSource({"rejection, 0.03, 20000", "rejection, 1e-9, 2000", "splitting, 0.09, 50000", "conditional, 0.03, 1024"})
    void aPosteriorComesBackWithoutItsDraws(String sampler, double eps, long draws) {
        Posterior p = Sampler.named(sampler, PROBLEM, Network.linear(5, 2))
                .backend("scalar")
                .eps(eps)
                .draws(draws)
                .seed(-7)
                .run();
        Posterior expected =
                new Posterior(p.origin(), p.execution(), p.prior(), p.thresholds(), List.of(), p.diagnostics());
        assertEquals(expected, again(p));
    }

    @ParameterizedTest
    @CsvSource({"rejection, false", "splitting, true", "conditional, true"})
    void whatIsNotACountSaysSo(String sampler, boolean effective) {
        Posterior p = Sampler.named(sampler, PROBLEM, Network.linear(5, 2))
                .backend("scalar")
                .eps(0.09)
                .draws(50_000)
                .run();
        ObjectNode node = PosteriorJson.write(p);
        assertEquals(
                effective,
                node.path("thresholds").path(0).path("acceptedIsEffective").booleanValue());
        // Journals of older versions do not say it.
        ((ObjectNode) node.path("thresholds").path(0)).remove("acceptedIsEffective");
        assertEquals(p.thresholds(), PosteriorJson.read(node, "text").thresholds());
    }

    @Test
    void aDescentComesBack() {
        Descent d = GradientDescent.of(PROBLEM, Network.linear(5, 2)).epochs(20).run();
        assertEquals(25, d.predicted().length);
        assertEquals(
                d.withoutPredicted(), DescentJson.read(Json.parse(Json.print(DescentJson.write(d)), "text"), "text"));
    }

    @Test
    void lossesThatDivergedComeBackAsUnknown() {
        Descent d = new Descent(
                new LossPoint(3, Double.POSITIVE_INFINITY, Double.NaN),
                false,
                new DescentExecution(Descent.FIXED_ORDER, 1, 0),
                "",
                List.of(),
                new float[0]);
        Descent read = DescentJson.read(Json.parse(Json.print(DescentJson.write(d)), "text"), "text");
        assertFalse(Double.isFinite(read.end().trainLoss())
                || Double.isFinite(read.end().generalizationLoss()));
    }

    @Test
    void aMissingFieldIsNamed() {
        ObjectNode node = Json.parse("{\"sampler\": \"rejection\"}", "text");
        String message = assertThrows(InputException.class, () -> PosteriorJson.read(node, "line 3"))
                .getMessage();
        assertEquals("line 3: prior: missing", message);
    }
}
