package kz.tapbot.runtime.docker.internal.keep;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;

/**
 * The programs of the helper image: static ELF executables of some 200 bytes, so that no image has to be pulled and no tool has to be in a
 * user's image. Their whole code stands here, an instruction a line (x86-64 and arm64 system calls of Linux).
 */
enum TinyProgram {

    /** Reads standard input until it ends, and ends itself with 0. Whoever holds its input holds it. */
    HOLD("""
            4883ec40      sub  rsp, 64
            31ff          xor  edi, edi          standard input
            4889e6        mov  rsi, rsp
            ba40000000    mov  edx, 64
            31c0          xor  eax, eax          read
            0f05          syscall
            4885c0        test rax, rax
            7fed          jg   -19               again while there is something
            31ff          xor  edi, edi
            b83c000000    mov  eax, 60           exit
            0f05          syscall
            """, """
            ff0301d1      sub  sp, sp, 64
            000080d2      mov  x0, 0             standard input
            e1030091      mov  x1, sp
            020880d2      mov  x2, 64
            e80780d2      mov  x8, 63            read
            010000d4      svc  0
            1f0000f1      cmp  x0, 0
            4cffff54      b.gt -24               again while there is something
            000080d2      mov  x0, 0
            a80b80d2      mov  x8, 93            exit
            010000d4      svc  0
            """),

    /**
     * Reads the length of a socket address and the address itself from standard input, connects to it by TCP, and ends with 0 or with the error
     * number of connect(2).
     */
    CONNECT("""
            4883ec40      sub  rsp, 64
            31ff          xor  edi, edi
            4889e6        mov  rsi, rsp
            ba40000000    mov  edx, 64
            31c0          xor  eax, eax          read
            0f05          syscall
            0fb77c2401    movzx edi, word [rsp+1] address family
            be01000000    mov  esi, 1            SOCK_STREAM
            31d2          xor  edx, edx
            b829000000    mov  eax, 41           socket
            0f05          syscall
            85c0          test eax, eax
            7812          js   +18               to the end if there is no such family
            89c7          mov  edi, eax
            488d742401    lea  rsi, [rsp+1]
            0fb61424      movzx edx, byte [rsp]  its length
            b82a000000    mov  eax, 42           connect
            0f05          syscall
            f7d8          neg  eax
            89c7          mov  edi, eax
            b83c000000    mov  eax, 60           exit
            0f05          syscall
            """, """
            ff0301d1      sub  sp, sp, 64
            000080d2      mov  x0, 0
            e1030091      mov  x1, sp
            020880d2      mov  x2, 64
            e80780d2      mov  x8, 63            read
            010000d4      svc  0
            e0134078      ldurh w0, [sp, 1]      address family
            210080d2      mov  x1, 1             SOCK_STREAM
            020080d2      mov  x2, 0
            c81880d2      mov  x8, 198           socket
            010000d4      svc  0
            1f0000f1      cmp  x0, 0
            ab000054      b.lt +20               to the end if there is no such family
            e1070091      add  x1, sp, 1
            e2034039      ldrb w2, [sp]          its length
            681980d2      mov  x8, 203           connect
            010000d4      svc  0
            e00300cb      neg  x0, x0
            a80b80d2      mov  x8, 93            exit
            010000d4      svc  0
            """);

    private static final int HEADERS = 64 + 56;
    private static final long ADDRESS = 0x400000;
    private static final short X86_64 = 0x3e;
    private static final short AARCH64 = 0xb7;

    private final String amd64;
    private final String arm64;

    TinyProgram(String amd64, String arm64) {
        this.amd64 = amd64;
        this.arm64 = arm64;
    }

    /** Its file in the image. */
    String path() {
        return "/" + name().toLowerCase(java.util.Locale.ROOT);
    }

    /** Whether it can run on the engine's architecture, in the engine's words. */
    static boolean runsOn(String architecture) {
        return architecture.equals("amd64") || architecture.equals("arm64");
    }

    /** The executable: ELF-64 with one segment that is read and executed (elf(5)). */
    byte[] executable(String architecture) {
        byte[] instructions = instructions(architecture);
        ByteBuffer out = ByteBuffer.allocate(HEADERS + instructions.length).order(ByteOrder.LITTLE_ENDIAN);
        out.put(new byte[] {0x7f, 'E', 'L', 'F', 2, 1, 1, 0}).putLong(0);
        out.putShort((short) 2)
                .putShort(architecture.equals("amd64") ? X86_64 : AARCH64)
                .putInt(1);
        out.putLong(ADDRESS + HEADERS).putLong(64).putLong(0).putInt(0);
        out.putShort((short) 64).putShort((short) 56).putShort((short) 1);
        out.putShort((short) 0).putShort((short) 0).putShort((short) 0);
        out.putInt(1).putInt(5).putLong(0).putLong(ADDRESS).putLong(ADDRESS);
        out.putLong(out.capacity()).putLong(out.capacity()).putLong(0x10000);
        return out.put(instructions).array();
    }

    private byte[] instructions(String architecture) {
        if (!runsOn(architecture)) {
            throw new IllegalArgumentException(architecture);
        }
        String text = architecture.equals("amd64") ? amd64 : arm64;
        StringBuilder hex = new StringBuilder();
        text.lines().forEach(line -> hex.append(line, 0, line.indexOf(' ')));
        return HexFormat.of().parseHex(hex);
    }
}
