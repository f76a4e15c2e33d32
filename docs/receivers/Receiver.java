import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Receives alerts of Dianshao: Standard Webhooks 1.0 with the JDK (11 or later) alone.
 *
 * <pre>WEBHOOK_SECRET=whsec_… java Receiver.java 8080</pre>
 *
 * It verifies the signature over the raw bytes, the time, and takes each webhook-id once. Replace {@link #takeIn} by what
 * your system does with an alert; when it throws, the sender is told to come again.
 */
public final class Receiver {
  private static final long TOLERANCE_SECONDS = 300;
  private static final int MOST_BODY_BYTES = 64 * 1024;
  private static final int REMEMBERED_IDS = 10_000;
  /** An alert begins with its type; your system reads the whole with its own JSON library. */
  private static final Pattern TYPE = Pattern.compile("\\A\\{\"type\":\"([a-z]+\\.[a-z]+)\",");

  /** A delivery that is not from the sender it claims, or not from now. */
  static final class Refused extends Exception {
    Refused(String reason) {
      super(reason);
    }
  }

  private final byte[] key;
  /** Of an office's system the ids belong into its database, in the transaction that takes the alert in. */
  private final Map<String, Boolean> taken = new LinkedHashMap<>() {
    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
      return size() > REMEMBERED_IDS;
    }
  };

  Receiver(String secret) {
    if (!secret.startsWith("whsec_")) throw new IllegalArgumentException("a secret begins with whsec_");
    key = Base64.getDecoder().decode(secret.substring("whsec_".length()));
  }

  /** Throws Refused unless one of the signatures fits the raw bytes of the body, and the time is near. */
  void verify(String id, String timestamp, String signatures, byte[] body, long nowSeconds)
      throws Refused, GeneralSecurityException {
    if (id == null || id.isEmpty() || timestamp == null || !timestamp.matches("[0-9]{1,15}")) {
      throw new Refused("webhook-id or webhook-timestamp is missing");
    }
    if (Math.abs(nowSeconds - Long.parseLong(timestamp)) > TOLERANCE_SECONDS) {
      throw new Refused("the timestamp is more than 300 s away");
    }
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    mac.update((id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
    byte[] expected = mac.doFinal(body);
    // While a secret is rotated there are two signatures; one that fits is enough.
    for (String part : (signatures == null ? "" : signatures).split(" ")) {
      if (!part.startsWith("v1,")) continue;
      try {
        if (MessageDigest.isEqual(Base64.getDecoder().decode(part.substring(3)), expected)) return;
      } catch (IllegalArgumentException notBase64) {
        // Another signature may fit.
      }
    }
    throw new Refused("no signature fits");
  }

  /** What your system does with an alert. */
  private void takeIn(String id, String type, String alert) {
    System.out.println("taken " + id + " " + type);
  }

  /** Once an id: a second delivery of the same id waits for the first; one that failed may come again. */
  private synchronized void takeOnce(String id, String type, String alert) {
    if (taken.containsKey(id)) return;
    takeIn(id, type, alert);
    taken.put(id, true);
  }

  private int receive(HttpExchange exchange) throws IOException, GeneralSecurityException {
    if (!exchange.getRequestMethod().equals("POST")) return 405;
    byte[] body = exchange.getRequestBody().readNBytes(MOST_BODY_BYTES + 1);
    if (body.length > MOST_BODY_BYTES) return 413;
    String id = exchange.getRequestHeaders().getFirst("webhook-id");
    try {
      String timestamp = exchange.getRequestHeaders().getFirst("webhook-timestamp");
      String signatures = exchange.getRequestHeaders().getFirst("webhook-signature");
      verify(id, timestamp, signatures, body, Instant.now().getEpochSecond());
    } catch (Refused refused) {
      System.err.println("refused 401 " + refused.getMessage());
      return 401;
    }
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    } catch (CharacterCodingException broken) {
      return 400;
    }
    Matcher type = TYPE.matcher(text);
    if (!type.find()) return 400;
    takeOnce(id, type.group(1), text);
    return 204;
  }

  private void handle(HttpExchange exchange) throws IOException {
    int status;
    try {
      status = receive(exchange);
    } catch (Exception failed) {
      // Whatever it was: the sender comes again.
      System.err.println("refused 500 " + failed);
      status = 500;
    }
    if (status == 413) exchange.getResponseHeaders().set("Connection", "close");
    exchange.sendResponseHeaders(status, -1);
    exchange.close();
  }

  public static void main(String[] arguments) throws IOException {
    int port = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 8080;
    Receiver receiver = new Receiver(String.valueOf(System.getenv("WEBHOOK_SECRET")));
    HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.setExecutor(Executors.newFixedThreadPool(8));
    server.createContext("/", receiver::handle);
    server.start();
    System.out.println("listening " + server.getAddress().getPort());
  }
}
