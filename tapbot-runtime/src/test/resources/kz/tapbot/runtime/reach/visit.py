#!/usr/bin/python3
"""Visits pages and their proxies, many at once. Reads lines such as "page SOURCE TARGET PORT HOST PATH [USER:PASSWORD]", SOURCE a dash for any, and prints
for each in the same order what came of it: "page", the status and who says to have answered, or a dash. Of "tls … HOST NAME" and "http … HOST NAME" it prints
"said NAME" if whoever answers there has a certificate for the host, or sends on to it; of any, "mute", "refused" or "nothing" if that is what was heard.

visit SECONDS"""
import base64, concurrent.futures, http.client, socket, ssl, sys

seconds = float(sys.argv[1])
context = ssl.create_default_context()
context.check_hostname = False
context.verify_mode = ssl.CERT_NONE


def visit(kind, source, target, port, host, path, login=None):
    try:
        one = socket.create_connection((target, int(port)), seconds, None if source == "-" else (source, 0))
    except ConnectionRefusedError:
        return "refused"
    except OSError:
        return "nothing"
    try:
        one.settimeout(4 * seconds)
        if kind != "http":
            one = context.wrap_socket(one, server_hostname=host)
        if kind == "tls":
            return "said " + path
        head = "GET %s HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n" % (path if kind == "page" else "/", host)
        if login:
            head += "Authorization: Basic %s\r\n" % base64.b64encode(login.encode()).decode()
        one.sendall((head + "\r\n").encode())
        answer = http.client.HTTPResponse(one)
        answer.begin()
        if kind == "http":
            return "said " + path if answer.getheader("Location") == "https://%s/" % host else "mute"
        return "page %d %s" % (answer.status, answer.getheader("X-Who", "-"))
    except (OSError, http.client.HTTPException):
        return "mute"
    finally:
        one.close()


def visit_all(numbers):
    """One after the other at the same address: who is not let in for one thing is not for another."""
    for number in numbers:
        results[number] = visit(*lines[number])
        if results[number] in ("refused", "nothing"):
            for other in numbers:
                results[other] = results[number]
            return


lines = [line.split() for line in sys.stdin if line.strip()]
results = [""] * len(lines)
places = {}
for number, words in enumerate(lines):
    places.setdefault(tuple(words[1:4]), []).append(number)
with concurrent.futures.ThreadPoolExecutor(100) as pool:
    list(pool.map(visit_all, places.values()))
print("\n".join(results))
