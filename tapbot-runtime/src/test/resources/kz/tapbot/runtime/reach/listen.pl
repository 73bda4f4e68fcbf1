# Listens on ports such as 8080/tcp, by both families, and says to whoever comes who it is, and by UDP what was sent.
# On 9500 and 9501 it also answers in HTTP; on the latter it asks everybody for a login.
# perl listen.pl NAME PORT/PROTOCOL...
use strict;
use warnings;
use Socket qw(:all);

$SIG{TERM} = sub { exit 0 };
$SIG{PIPE} = 'IGNORE';
$SIG{CHLD} = 'IGNORE';
my ($name, @ports) = @ARGV;
my (%open, $all);
$all = '';
for my $port (@ports) {
    my ($number, $protocol) = split m{/}, $port;
    socket(my $one, AF_INET6, $protocol eq 'tcp' ? SOCK_STREAM : SOCK_DGRAM, 0) or die "socket: $!";
    setsockopt($one, SOL_SOCKET, SO_REUSEADDR, 1);
    setsockopt($one, IPPROTO_IPV6, IPV6_V6ONLY, 0) or die "both families: $!";
    bind($one, pack_sockaddr_in6($number, IN6ADDR_ANY)) or die "$port: $!";
    listen($one, 128) or die "$port: $!" if $protocol eq 'tcp';
    vec($all, fileno($one), 1) = 1;
    $open{fileno $one} = [$one, $port, $protocol];
}

# Whoever asks for a page gets one; whoever says nothing is told the name.
sub page {
    my ($visitor, $port) = @_;
    my $asked = '';
    while ($asked !~ /\r\n\r\n/) {
        my $waits = '';
        vec($waits, fileno($visitor), 1) = 1;
        last unless select($waits, undef, undef, 0.4) > 0 and sysread $visitor, $asked, 2000, length $asked;
    }
    my $status = $port eq '9501/tcp' ? '401 Unauthorized' : '200 OK';
    syswrite $visitor, $asked eq '' ? "$name:$port\n" : "HTTP/1.1 $status\r\nX-Who: $name:$port\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
}

while (1) {
    my $ready = $all;
    next unless select($ready, undef, undef, undef) > 0;
    for my $number (grep { vec($ready, $_, 1) } keys %open) {
        my ($one, $port, $protocol) = @{$open{$number}};
        if ($protocol eq 'tcp') {
            accept(my $visitor, $one) or next;
            if ($port =~ m{^950[01]/tcp$}) {
                next if fork;
                page($visitor, $port);
                exit 0;
            }
            syswrite $visitor, "$name:$port\n";
            close $visitor;
        } else {
            my $from = recv($one, my $said, 200, 0) or next;
            send $one, "$name:$port $said", 0, $from;
        }
    }
}
