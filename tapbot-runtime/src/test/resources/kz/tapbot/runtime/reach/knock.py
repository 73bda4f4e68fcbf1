#!/usr/bin/python3
"""Knocks at many ports at once. Reads lines such as "tcp SOURCE TARGET PORT", SOURCE a dash for any, and prints for each in the same order what came of it:
"said" and the first words of whoever answered; "mute" of a connection on which nothing was said; "refused"; or "nothing", if nothing was heard in time.

knock SECONDS"""
import errno, selectors, socket, sys, time

seconds = float(sys.argv[1])
knocks = [line.split() for line in sys.stdin if line.strip()]
results = ["nothing"] * len(knocks)
poll = selectors.DefaultSelector()


def over(number, one, result):
    results[number] = result
    poll.unregister(one)
    one.close()


def knock(number, protocol, source, target, port):
    family = socket.AF_INET6 if ":" in target else socket.AF_INET
    one = socket.socket(family, socket.SOCK_STREAM if protocol == "tcp" else socket.SOCK_DGRAM)
    one.setblocking(False)
    try:
        if source != "-":
            one.bind((source, 0))
        if protocol == "tcp":
            error = one.connect_ex((target, int(port)))
            if error not in (0, errno.EINPROGRESS):
                raise OSError(error, "")
            poll.register(one, selectors.EVENT_WRITE, (number, protocol))
        else:
            # Not connected: who answers may do so from another of its addresses.
            one.sendto(b"%d" % number, (target, int(port)))
            poll.register(one, selectors.EVENT_READ, (number, protocol))
    except OSError as e:
        results[number] = "refused" if e.errno == errno.ECONNREFUSED else "nothing"
        one.close()


def heard(one, number, protocol, connects):
    try:
        if connects:
            error = one.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)
            if error:
                raise OSError(error, "")
            results[number] = "mute"
            poll.modify(one, selectors.EVENT_READ, (number, protocol))
            return
        words = one.recv(200).decode("ascii", "replace").split()
        if protocol == "udp" and words[-1:] != [str(number)]:
            return
        over(number, one, "said " + words[0] if words else "mute")
    except OSError as e:
        over(number, one, "refused" if e.errno == errno.ECONNREFUSED else results[number])


for number, words in enumerate(knocks):
    knock(number, *words)
end = time.monotonic() + seconds
while poll.get_map() and (left := end - time.monotonic()) > 0:
    for key, events in poll.select(left):
        heard(key.fileobj, *key.data, bool(events & selectors.EVENT_WRITE))
print("\n".join(results))
