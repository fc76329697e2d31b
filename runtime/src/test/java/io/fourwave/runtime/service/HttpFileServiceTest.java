package io.fourwave.runtime.service;

import static io.fourwave.runtime.host.TwoHosts.SECOND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.fourwave.runtime.api.ConnectionOptions;
import io.fourwave.runtime.host.PeerRecord;
import io.fourwave.runtime.host.TwoHosts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** HTTP/1.1 as a client sees it, octet by octet; two hosts in virtual time. */
class HttpFileServiceTest {
    private final TwoHosts hosts = new TwoHosts();

    @TempDir
    private Path folder;

    private Path root;

    @BeforeEach
    void filesAndServers() throws Exception {
        root = Files.createDirectory(folder.resolve("root"));
        Files.writeString(root.resolve("a.txt"), "hello");
        Files.createDirectory(root.resolve("sub"));
        Files.writeString(root.resolve("sub/<b>&.html"), "<p>");
        Files.createDirectory(root.resolve("site"));
        Files.writeString(root.resolve("site/index.html"), "index");
        Files.writeString(folder.resolve("secret"), "secret");
        Files.createSymbolicLink(root.resolve("way-out"), folder);
        hosts.server.listen(80, 16, ConnectionOptions.DEFAULT, new HttpFileService(root, false));
        hosts.server.listen(81, 16, ConnectionOptions.DEFAULT, new HttpFileService(root, true));
    }

    /** Sends octets, and reads to the end of the connection or for a second. */
    private String ask(int port, byte[] request) throws IOException {
        PeerRecord client = hosts.connect(port).sends(request);
        hosts.network.advance(SECOND);
        client.channel.close();
        hosts.assertNoFaults();
        return client.received.toString(StandardCharsets.ISO_8859_1);
    }

    private String ask(int port, String request) throws IOException {
        return ask(port, request.getBytes(StandardCharsets.ISO_8859_1));
    }

    private String get(String target) throws IOException {
        return ask(80, "GET " + target + " HTTP/1.1\r\nHost: h\r\n\r\n");
    }

    @Test
    void get_isTheFileWithItsLengthAndType() throws IOException {
        assertThat(get("/a.txt?x=y"))
                .startsWith("HTTP/1.1 200 OK\r\n")
                .contains(
                        "Content-Length: 5\r\n",
                        "Content-Type: text/plain; charset=utf-8\r\n",
                        "Connection: keep-alive\r\n",
                        "Date: ")
                .containsPattern("Last-Modified: \\w{3}, \\d+ \\w{3} \\d{4} \\d\\d:\\d\\d:\\d\\d GMT\r\n")
                .endsWith("\r\n\r\nhello");
    }

    @Test
    void get_encodedName_isDecoded() throws IOException {
        Files.writeString(root.resolve("a b.txt"), "blank");
        assertThat(get("/a%20b.txt")).endsWith("\r\n\r\nblank");
    }

    @Test
    void get_encodedNameBeyondAscii_isDecodedAsUtf8() throws IOException {
        assumeTrue(
                "UTF-8".equals(System.getProperty("sun.jnu.encoding")),
                "in this locale Java cannot name files beyond ASCII");
        Files.writeString(root.resolve("ü ö.txt"), "umlauts");
        assertThat(get("/%C3%BC%20%c3%b6.txt")).endsWith("\r\n\r\numlauts");
    }

    @Test
    void head_isTheSameWithoutTheFile() throws IOException {
        assertThat(ask(80, "HEAD /a.txt HTTP/1.1\r\nHost: h\r\n\r\n"))
                .startsWith("HTTP/1.1 200 OK\r\n")
                .contains("Content-Length: 5\r\n")
                .endsWith("\r\n\r\n");
        assertThat(ask(80, "HEAD /nothing HTTP/1.1\r\nHost: h\r\n\r\n"))
                .startsWith("HTTP/1.1 404")
                .endsWith("\r\n\r\n");
    }

    @Test
    void directory_hasAnIndex_withNamesEscaped() throws IOException {
        assertThat(get("/sub/")).contains("href=\"./%3Cb%3E&amp;.html\"", "&lt;b&gt;&amp;.html", "href=\"../\"");
        assertThat(get("/")).contains("sub/").doesNotContain("href=\"../\"");
        assertThat(get("/site/")).endsWith("\r\n\r\nindex");
        assertThat(get("/sub")).startsWith("HTTP/1.1 301").contains("Location: /sub/\r\n");
        assertThat(get("//sub")).contains("Location: /sub/\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/../secret",
                "/%2e%2e/secret",
                "/sub/../../secret",
                "/..%2fsecret",
                "/way-out/secret",
                "/way-out/",
                "/.//../../secret"
            })
    void pathsThatLeaveTheRoot_areRefused(String target) throws IOException {
        assertThat(get(target)).startsWith("HTTP/1.1 403").doesNotContain("secret\r\n");
    }

    @ParameterizedTest
    @CsvSource({
        "'GET /nothing HTTP/1.1|Host: h||', 404",
        "'GET /a.txt/ HTTP/1.1|Host: h||', 404",
        "'DELETE /a.txt HTTP/1.1|Host: h||', 405",
        "'PUT /new HTTP/1.1|Host: h|Content-Length: 1||x', 405",
        "'GET /a.txt HTTP/1.1||', 400",
        "'GET /a.txt HTTP/1.1|Host: h|Host: i||', 400",
        "'GET /a.txt|Host: h||', 400",
        "'GET  /a.txt HTTP/1.1|Host: h||', 400",
        "'GET a.txt HTTP/1.1|Host: h||', 400",
        "'GET /%zz HTTP/1.1|Host: h||', 400",
        "'GET /%00 HTTP/1.1|Host: h||', 400",
        "'GET /%ff HTTP/1.1|Host: h||', 400",
        "'GET /a.txt HTTP/2.0|Host: h||', 505",
        "'GET /a.txt JUNK|Host: h||', 400",
        "'GET /a.txt HTTP/1.1|Host : h||', 400",
        "'GET /a.txt HTTP/1.1|Host: h| folded||', 400",
        "'POST /a.txt HTTP/1.1|Host: h|Content-Length: 1|Transfer-Encoding: chunked||', 400",
        "'POST /a.txt HTTP/1.1|Host: h|Content-Length: -1||', 400",
        "'POST /a.txt HTTP/1.1|Host: h|Content-Length: 1|Content-Length: 2||', 400",
        "'POST /a.txt HTTP/1.1|Host: h|Transfer-Encoding: gzip||', 501",
    })
    void requestsThatCannotBeServed_areTold(String request, int status) throws IOException {
        assertThat(ask(80, request.replace("|", "\r\n"))).startsWith("HTTP/1.1 " + status + " ");
    }

    @Test
    void notAllowed_saysWhatIs() throws IOException {
        assertThat(ask(80, "BREW / HTTP/1.1\r\nHost: h\r\n\r\n")).contains("Allow: GET, HEAD\r\n");
        assertThat(ask(81, "BREW / HTTP/1.1\r\nHost: h\r\n\r\n")).contains("Allow: GET, HEAD, PUT, POST\r\n");
    }

    @Test
    void requestsInARow_areAnsweredInOrder_onOneConnection() throws IOException {
        String answers = ask(
                80,
                "GET /a.txt HTTP/1.1\r\nHost: h\r\n\r\nGET /nothing HTTP/1.1\r\nHost: h\r\n\r\n"
                        + "GET http://h/site/ HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\nGET /a.txt HTTP/1.1\r\nHost: h\r\n\r\n");
        assertThat(answers)
                .matches("(?s)HTTP/1.1 200.*hello HTTP/1.1 404.*HTTP/1.1 200.*Connection: close.*index"
                        .replace(" HTTP", "HTTP"));
    }

    @Test
    void http10_closesUnlessAskedNotTo() throws Exception {
        PeerRecord client = hosts.connect(80).sends("GET /a.txt HTTP/1.0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        hosts.network.advance(SECOND);
        assertThat(client.ended).isTrue();
        PeerRecord keeping = hosts.connect(80)
                .sends("GET /a.txt HTTP/1.0\r\nConnection: Keep-Alive\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        hosts.network.advance(SECOND);
        assertThat(keeping.ended).isFalse();
    }

    @Test
    void longHead_isRefused() throws IOException {
        assertThat(ask(80, "GET / HTTP/1.1\r\nHost: h\r\nX: " + "x".repeat(20_000) + "\r\n\r\n"))
                .startsWith("HTTP/1.1 431");
    }

    @Test
    void put_isStored_andReplacesTheOldOne() throws IOException {
        byte[] data = new byte[3_000_000];
        new Random(1).nextBytes(data);
        byte[] head = ("PUT /sub/new.bin HTTP/1.1\r\nHost: h\r\nContent-Length: " + data.length + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        byte[] request = java.util.Arrays.copyOf(head, head.length + data.length);
        System.arraycopy(data, 0, request, head.length, data.length);
        PeerRecord client = hosts.connect(81).sends(request);
        hosts.until("the answer", 60 * SECOND, () -> client.received.size() > 0);
        assertThat(client.received.toString(StandardCharsets.US_ASCII)).startsWith("HTTP/1.1 201 Created");
        assertThat(Files.readAllBytes(root.resolve("sub/new.bin"))).isEqualTo(data);
        assertThat(ask(81, "PUT /sub/new.bin HTTP/1.1\r\nHost: h\r\nContent-Length: 3\r\n\r\nnew"))
                .startsWith("HTTP/1.1 204");
        assertThat(root.resolve("sub/new.bin")).hasContent("new");
        assertThat(leftParts()).isEmpty();
    }

    @Test
    void post_chunked_isDecoded() throws IOException {
        String request = "POST /up.txt HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n"
                + "5;a=b\r\nhello\r\nC\r\n, dear world\r\n0\r\nTrailer: t\r\n\r\nGET /a.txt HTTP/1.1\r\nHost: h\r\n\r\n";
        assertThat(ask(81, request)).startsWith("HTTP/1.1 201").endsWith("\r\n\r\nhello");
        assertThat(root.resolve("up.txt")).hasContent("hello, dear world");
    }

    @Test
    void post_malformedChunks_storeNothing() throws IOException {
        String head = "POST /up.txt HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n";
        for (String body : new String[] {"x\r\n", "5\r\nhelloX", "fffffffffffffffff\r\n", "\r\n"}) {
            assertThat(ask(81, head + body)).as(body).startsWith("HTTP/1.1 400");
        }
        assertThat(root.resolve("up.txt")).doesNotExist();
        assertThat(leftParts()).isEmpty();
    }

    @Test
    void uploadBrokenOff_leavesNothing() throws IOException {
        ask(81, "PUT /up.txt HTTP/1.1\r\nHost: h\r\nContent-Length: 100\r\n\r\nhello");
        hosts.network.advance(SECOND);
        assertThat(root.resolve("up.txt")).doesNotExist();
        assertThat(leftParts()).isEmpty();
    }

    @Test
    void expectContinue_isToldToGoOn_orRefusedBeforeTheBody() throws IOException {
        String head = "PUT /up.txt HTTP/1.1\r\nHost: h\r\nContent-Length: 5\r\nExpect: 100-continue\r\n\r\n";
        assertThat(ask(81, head)).isEqualTo("HTTP/1.1 100 Continue\r\n\r\n");
        assertThat(ask(80, head)).startsWith("HTTP/1.1 405").contains("Connection: close");
    }

    @Test
    void uploadToADirectory_orWithoutOne_isAConflict() throws IOException {
        assertThat(ask(81, "PUT /sub HTTP/1.1\r\nHost: h\r\nContent-Length: 1\r\n\r\nx"))
                .startsWith("HTTP/1.1 409");
        assertThat(ask(81, "PUT /no/such HTTP/1.1\r\nHost: h\r\nContent-Length: 1\r\n\r\nx"))
                .startsWith("HTTP/1.1 409");
        assertThat(ask(81, "PUT /way-out/x HTTP/1.1\r\nHost: h\r\nContent-Length: 1\r\n\r\nx"))
                .startsWith("HTTP/1.1 403");
    }

    private Stream<Path> leftParts() throws IOException {
        return Files.walk(folder).filter(path -> path.getFileName().toString().endsWith(".part"));
    }
}
