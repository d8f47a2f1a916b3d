package org.guesscheck.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.guesscheck.bench.json.ProblemJson;
import org.guesscheck.core.network.Activation;
import org.guesscheck.core.network.Network;
import org.guesscheck.core.network.Prior;
import org.guesscheck.core.sampler.GeneralizationLoss;
import org.guesscheck.core.sampler.Posterior;
import org.guesscheck.core.sampler.SplittingSampler;
import org.guesscheck.core.sampler.ThresholdEstimate;
import org.junit.jupiter.api.Test;

/**
 * Splitting against brute force by an independent program, which is not part of this project. Every comparison allows 4
 * combined standard errors, which chance exceeds in one of 16,000; there are 14 of them.
 */
class TruthTest {
    private static final Path FILES = Path.of("..", "..", "shared", "truth");

    /** Student's 97.5 % point for 16 replicas. */
    private static final double HALF_WIDTH = 2.131;

    @Test
    void splittingAgreesWithBruteForce() throws IOException {
        boolean present = Files.isDirectory(FILES);
        if (!present) {
            System.out.println("note: " + FILES + " is absent; splitting is not compared with brute force");
        }
        assumeTrue(present || "true".equals(System.getenv("CI")), FILES + " is absent");
        List<String> wrong = new ArrayList<>();
        int cases = 0;
        for (JsonNode truth :
                new ObjectMapper().readTree(FILES.resolve("truth.json").toFile())) {
            cases++;
            Posterior posterior = SplittingSampler.of(
                            ProblemJson.read(FILES.resolve(truth.get("problem").asText())), network(truth))
                    .eps(truth.get("eps").asDouble())
                    .replicas(16)
                    .seed(1)
                    .run();
            ThresholdEstimate e = posterior.thresholds().getFirst();
            GeneralizationLoss loss = e.generalizationLoss().orElseThrow();
            double error = (Math.log(e.probabilityHigh()) - Math.log(e.probabilityLow())) / 2 / HALF_WIDTH;
            double p = truth.get("p").asDouble();
            double ofP = errors(
                    Math.log(e.probability()),
                    error,
                    Math.log(p),
                    truth.get("p_se").asDouble() / p);
            double ofMean = errors(
                    loss.mean(),
                    loss.standardError(),
                    truth.get("gen").asDouble(),
                    truth.get("gen_se").asDouble());
            String line = String.format(
                    "%s: p %.4g (%.4g), %.2f errors away; mean %.5f (%.5f), %.2f errors away; %d evaluations %s",
                    truth.get("name").asText(),
                    e.probability(),
                    p,
                    ofP,
                    loss.mean(),
                    truth.get("gen").asDouble(),
                    ofMean,
                    posterior.draws(),
                    posterior.diagnostics().reasons());
            System.out.println(line);
            if (!(Math.abs(ofP) < 4 && Math.abs(ofMean) < 4)) {
                wrong.add(line);
            }
        }
        assertTrue(cases > 0, "no case");
        assertEquals(List.of(), wrong);
    }

    private static double errors(double found, double error, double truth, double truthError) {
        return (found - truth) / Math.hypot(error, truthError);
    }

    private static Network network(JsonNode truth) {
        Activation activation = switch (truth.get("activation").asText()) {
            case "linear" -> Activation.LINEAR;
            case "tanh" -> Activation.TANH;
            case "leaky-relu" -> Activation.LEAKY_RELU;
            default -> throw new IllegalArgumentException(truth.toString());
        };
        Prior prior = truth.get("prior").asText().equals("gauss") ? Prior.GAUSSIAN : Prior.UNIFORM;
        return new Network(
                truth.get("width").asInt(),
                truth.get("depth").asInt(),
                activation,
                prior,
                truth.get("normalize").asBoolean(),
                Network.SOFTENING);
    }
}
