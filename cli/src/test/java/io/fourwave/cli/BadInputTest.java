package io.fourwave.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.fourwave.conformance.trace.TraceWriter;
import io.fourwave.runtime.tcp.ConnectionSchema;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the user gets wrong: a message that names it, help where there is some, the right exit status, never a stack trace. */
class BadInputTest {
    @TempDir
    Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... args) {
        int status = Fourwave.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(args);
        assertThat(err.toString()).doesNotContain("\tat ", "Exception", "internal error");
        return status;
    }

    private int runStack(String... more) {
        List<String> args = new ArrayList<>(List.of("run", "--tap", "fwtest9", "--address", "10.199.0.2/24"));
        args.addAll(List.of(more));
        return run(args.toArray(String[]::new));
    }

    @ParameterizedTest
    @CsvSource({"check", "worker", "generate", "run", "replay", "diagram", "demo", "bench"})
    void help_ofEveryCommandHasAnExample(String command) {
        assertThat(run(command, "--help")).isEqualTo(ExitCode.OK);
        assertThat(out.toString())
                .contains("Usage: fourwave " + command)
                .containsPattern("Examples?.*:\\s+fourwave " + command);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "check",
                "generate",
                "run --tap fwtest9 --address 10.199.0.2/24 --echo 7",
                "replay t.fwtrace",
                "diagram",
                "demo",
                "bench"
            })
    void unknownOption_isNamed(String command) {
        assertThat(run((command + " --no-such-option").split(" "))).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("--no-such-option");
    }

    @Test
    void specThatIsNotThere_isNamed() {
        Path missing = directory.resolve("none");
        assertThat(run("diagram", "--spec", missing.toString())).isEqualTo(ExitCode.INPUT);
        assertThat(err.toString()).contains(missing.toString());
    }

    @Test
    void specWithErrors_showsThemWithTheirPlaces() throws IOException {
        Path file = Files.writeString(directory.resolve("broken.wave"), "protocol X \"x\"\nmachine {\n");
        assertThat(run("diagram", "--spec", file.toString())).isEqualTo(ExitCode.INPUT);
        assertThat(err.toString()).contains("error[W").contains("broken.wave:");
    }

    @Test
    void replay_missingTrace() {
        Path missing = directory.resolve("none.fwtrace");
        assertThat(run("replay", missing.toString())).isEqualTo(ExitCode.INPUT);
        assertThat(err.toString()).contains("error: " + missing + ": no such file", "help: ");
    }

    @Test
    void replay_corruptTrace() throws IOException {
        Path trace = directory.resolve("t.fwtrace");
        TraceWriter.create(trace, ConnectionSchema.SCHEMA, "test").close();
        byte[] octets = Files.readAllBytes(trace);
        octets[octets.length / 2] ^= 4;
        Files.write(trace, octets);
        assertThat(run("replay", trace.toString())).isEqualTo(ExitCode.INPUT);
        assertThat(err.toString()).contains("error: " + trace + ": record 0 at octet 10 is damaged", "help: ");
    }

    @Test
    void replay_fileThatIsNoTrace() throws IOException {
        Path file = Files.writeString(directory.resolve("t.txt"), "hello, world");
        assertThat(run("replay", "--print", file.toString())).isEqualTo(ExitCode.INPUT);
        assertThat(err.toString()).contains("not a step trace");
    }

    @Test
    void generate_packageThatIsNone() {
        assertThat(run("generate", "--package", "7up", "--check")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("7up");
    }

    @Test
    void check_unknownScenario() {
        assertThat(run("check", "--spec", "../spec/tcp", "--scenario", "smokey"))
                .isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("smokey", "help: ");
    }

    @ParameterizedTest
    @CsvSource({
        "--timeout,0,2,less than 1 second",
        "--memory,16,2,16 MiB",
        "--memory,99999999,4,more than this machine has",
        "--tla2tools,pom.xml,3,there is no TLC in pom.xml",
        "--tla2tools,none.jar,3,there is no file none.jar",
        "--keep,pom.xml,3,cannot make pom.xml",
        "--counterexamples,pom.xml,3,cannot make pom.xml",
        "--junit,none/check.xml,3,cannot write none/check.xml: no such directory",
        "--json,src,3,cannot write src: is a directory",
        "--html,none/check.html,3,cannot write none/check.html: no such directory",
        "--states,pom.xml,3,cannot make pom.xml",
        "--checkpoint,src,3,src is not empty",
        "--resume,none,3,there is no check in none",
        "--shard,3/2,2,there is no part 3 of 2",
        "--shard,two,2,is not like 2/3",
        "--listen,127.0.0.1,2,belong to --distributed",
        "--merge,none.json,3,cannot read none.json",
        "--merge,pom.xml,3,pom.xml no JSON"
    })
    void check_whatCannotWork_isToldBeforeTheWork(String option, String value, int status, String message) {
        assertThat(run("check", "--spec", "../spec/tcp", option, value)).isEqualTo(status);
        assertThat(err.toString()).contains("error: " + option, message);
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void spec_emptyName() {
        assertThat(run("diagram", "--spec", "")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("--spec: the name is empty", "help: ");
    }

    @Test
    void generate_packageWithAWordOfJava() {
        assertThat(run("generate", "--package", "org.class", "--check")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("org.class", "help: ");
    }

    @Test
    void diagram_directoryThatIsNotThere() {
        assertThat(run("diagram", "--spec", "../spec/tcp", "--out", "none/tcp.svg"))
                .isEqualTo(ExitCode.INPUT);
        assertThat(err.toString()).contains("cannot write none/tcp.svg: no such directory", "help: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.199.0.255/24", "10.199.0.0/24", "224.0.0.1/8", "0.0.0.0/24"})
    void run_addressThatIsNoHosts(String address) {
        assertThat(run("run", "--tap", "fwtest9", "--address", address, "--echo", "7"))
                .isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("--address", address, "help: ");
    }

    @Test
    void run_neighbourOfAnotherNetwork() {
        assertThat(runStack("--host-address", "10.200.0.1/24", "--echo", "7")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("not in the same network", "help: ");
    }

    @Test
    void run_oneFileForTraceAndCapture() {
        String file = directory.resolve("run").toString();
        assertThat(runStack("--echo", "7", "--trace", file, "--pcapng", file)).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("--trace and --pcapng are the same file", "help: ");
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void check_zeroWorkers() {
        assertThat(run("check", "--spec", "../spec/tcp", "--workers", "0")).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void demo_lossThatIsNoPercentage() {
        assertThat(run("demo", "--loss", "120")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("120");
    }

    @ParameterizedTest
    @CsvSource({"10.0.0", "10.0.0.2", "10.0.0.2/33", "10.0.0.256/24", "hello/24", "''"})
    void run_addressThatIsNone(String address) {
        assertThat(run("run", "--tap", "fwtest9", "--address", address, "--echo", "7"))
                .isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("--address", "help: ").contains("10.0.0.2/24");
    }

    @Test
    void run_addressOfThisMachine() throws SocketException {
        String own = Collections.list(NetworkInterface.getNetworkInterfaces()).stream()
                .flatMap(NetworkInterface::inetAddresses)
                .map(address -> address.getHostAddress())
                .filter(address -> address.matches("[0-9.]+") && !address.startsWith("127."))
                .findFirst()
                .orElse(null);
        assumeTrue(own != null, "this machine has no address of its own but loopback");
        assertThat(run("run", "--tap", "fwtest9", "--address", own + "/24", "--echo", "7"))
                .isEqualTo(ExitCode.ENVIRONMENT);
        assertThat(err.toString()).contains("the address " + own + " is in use", "help: ");
    }

    @Test
    void run_sameAddressOnBothSides() {
        assertThat(runStack("--host-address", "10.199.0.2/24", "--echo", "7")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("--host-address are the same", "help: ");
    }

    @Test
    void run_portTwice() {
        assertThat(runStack("--echo", "7", "--discard", "7")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("port 7 is in use by another service");
    }

    @Test
    void run_portThatIsNone() {
        assertThat(runStack("--echo", "70000")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("70000 is not a port");
    }

    @Test
    void run_nothingToServe() {
        assertThat(runStack()).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("nothing to serve", "help: ");
    }

    @Test
    void run_directoryThatIsNotThere() {
        Path missing = directory.resolve("www");
        assertThat(runStack("--http", "80", missing.toString())).isEqualTo(ExitCode.INPUT);
        assertThat(err.toString()).contains(missing + ": no such directory", "help: ");
    }

    @Test
    void run_httpWithoutADirectory() {
        assertThat(runStack("--http", "80")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("--http");
    }

    @Test
    void run_interfaceNameTooLong() {
        assertThat(run("run", "--tap", "a-very-long-interface-name", "--address", "10.199.0.2/24", "--echo", "7"))
                .isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("not a name of an interface");
    }

    @Test
    void run_bothDevices() {
        assertThat(runStack("--pcap-interface", "eth0", "--echo", "7")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("mutually exclusive");
    }

    @Test
    void run_profileThatIsNone() {
        assertThat(runStack("--echo", "7", "--profile", "windows")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("windows", "rfc or linux");
    }

    @Test
    void run_lossThatIsNoPercentage() {
        assertThat(runStack("--echo", "7", "--loss", "-3")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("-3.0 is not a percentage");
    }

    @Test
    void run_deviceThatIsInNobodysPower() {
        // `lo` is no TAP, whoever asks; without /dev/net/tun or the right to open it that is what is told.
        assertThat(run("run", "--tap", "lo", "--address", "10.199.0.2/24", "--echo", "7"))
                .isEqualTo(ExitCode.ENVIRONMENT);
        assertThat(err.toString()).contains("error: ", "help: ").containsAnyOf("/dev/net/tun", "`lo`");
    }

    @Test
    void bench_unknownMeasureOrScenario_theNearOneIsSuggested() {
        assertThat(run("bench", "--only", "goodput,reply")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("there is no measure `reply`", "did you mean `replay`?");
        assertThat(run("bench", "--only", "everything")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("there are goodput, connections, recording, model, compile, replay");
        assertThat(run("bench", "--spec", "../spec/tcp", "--only", "model", "--scenario", "octett"))
                .isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("did you mean `octet`?");
    }

    @ParameterizedTest
    @CsvSource({"--rounds,0", "--model-rounds,0", "--seconds,0", "--seconds,NaN", "--warm-up,-1"})
    void bench_settingsThatMeasureNothing_areRefused(String option, String value) {
        assertThat(run("bench", option, value)).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains(option);
    }

    @Test
    void bench_resultThatCannotBeWritten_isToldBeforeTheWork() {
        assertThat(run("bench", "--json", directory.resolve("no/such.json").toString()))
                .isEqualTo(ExitCode.INPUT);
        assertThat(err.toString()).contains("--json", "no such directory");
    }
}
