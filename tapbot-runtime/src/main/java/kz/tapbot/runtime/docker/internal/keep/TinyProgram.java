package kz.tapbot.runtime.docker.internal.keep;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;

/**
 * The programs of the helper image: static ELF executables of some 300 bytes at most, so that no image has to be pulled and no tool has to be in a
 * user's image. Their whole code stands here, an instruction a line (x86-64 and arm64 system calls of Linux).
 */
enum TinyProgram {

    /**
     * Appends what it reads from standard input to the file that its argument names, and repeats it on standard output once it is on the disk; what could not be
     * written is answered with one NAK (0x15). A link is not followed, and a pipe that nobody reads not waited for. Ends with its input.
     */
    KEEP("""
            4c8b7c2410       mov r15,QWORD PTR [rsp+16]  the path: first argument
            4881ec00000100   sub rsp,0x10000
            31ff             xor edi,edi
            4889e6           mov rsi,rsp
            ba00000100       mov edx,0x10000
            31c0             xor eax,eax            read
            0f05             syscall
            4989c4           mov r12,rax
            4885c0           test rax,rax
            7e64             jle +100
            bf9cffffff       mov edi,0xffffff9c     AT_FDCWD
            4c89fe           mov rsi,r15
            ba410c0200       mov edx,0x20c41        O_WRONLY|O_CREAT|O_APPEND|O_NONBLOCK|O_NOFOLLOW
            41ba80010000     mov r10d,0x180         mode 0600
            b801010000       mov eax,0x101          openat
            0f05             syscall
            89c7             mov edi,eax
            4889e6           mov rsi,rsp
            4c89e2           mov rdx,r12
            b801000000       mov eax,0x1            write
            0f05             syscall
            4989c5           mov r13,rax
            b84a000000       mov eax,0x4a           fsync
            0f05             syscall
            4989c6           mov r14,rax
            b803000000       mov eax,0x3            close
            0f05             syscall
            bf01000000       mov edi,0x1            standard output
            4889e6           mov rsi,rsp
            4c89e2           mov rdx,r12
            4d39e5           cmp r13,r12
            7505             jne +5
            4d85f6           test r14,r14
            7409             je +9
            c6042415         mov BYTE PTR [rsp],0x15   NAK: it is not there
            ba01000000       mov edx,0x1
            b801000000       mov eax,0x1            write
            0f05             syscall
            eb86             jmp -122
            31ff             xor edi,edi
            b83c000000       mov eax,0x3c           exit
            0f05             syscall
            """, """
            f70b40f9         ldr x23, [sp, #16]     the path: first argument
            ff4340d1         sub sp, sp, 0x10, lsl 12
            000080d2         mov x0, 0x0
            e1030091         mov x1, sp
            2200a0d2         mov x2, 0x10000
            e80780d2         mov x8, 0x3f           read
            010000d4         svc 0x0
            f30300aa         mov x19, x0
            1f0000f1         cmp x0, 0x0
            0d040054         b.le +128
            600c8092         mov x0, -100           AT_FDCWD
            e10317aa         mov x1, x23
            228891d2         mov x2, 0x8c41         O_WRONLY|O_CREAT|O_APPEND|O_NONBLOCK|O_NOFOLLOW
            033080d2         mov x3, 0x180          mode 0600
            080780d2         mov x8, 0x38           openat
            010000d4         svc 0x0
            f60300aa         mov x22, x0
            e1030091         mov x1, sp
            e20313aa         mov x2, x19
            080880d2         mov x8, 0x40           write
            010000d4         svc 0x0
            f40300aa         mov x20, x0
            e00316aa         mov x0, x22
            480a80d2         mov x8, 0x52           fsync
            010000d4         svc 0x0
            f50300aa         mov x21, x0
            e00316aa         mov x0, x22
            280780d2         mov x8, 0x39           close
            010000d4         svc 0x0
            200080d2         mov x0, 0x1            standard output
            e1030091         mov x1, sp
            e20313aa         mov x2, x19
            9f0213eb         cmp x20, x19
            41000054         b.ne +8
            950000b4         cbz x21, +16
            a9028052         mov w9, 0x15           NAK: it is not there
            e9030039         strb w9, [sp]
            220080d2         mov x2, 0x1
            080880d2         mov x8, 0x40           write
            010000d4         svc 0x0
            daffff17         b -152
            000080d2         mov x0, 0x0
            a80b80d2         mov x8, 0x5d           exit
            010000d4         svc 0x0
            """),

    /**
     * Takes the lock of the file that its first argument names (flock(2)), writes one byte when it has it, and ends with 1 if somebody else has. It keeps the lock
     * until its input ends or is silent for 15 s: whoever holds its input holds the lock, and has to show every few seconds that he lives.
     */
    LOCK("""
            4c8b7c2410       mov r15,QWORD PTR [rsp+16]  the path: first argument
            4883ec40         sub rsp,0x40
            bf9cffffff       mov edi,0xffffff9c     AT_FDCWD
            4c89fe           mov rsi,r15
            ba42000a00       mov edx,0xa0042        O_RDWR|O_CREAT|O_CLOEXEC|O_NOFOLLOW
            41ba80010000     mov r10d,0x180         mode 0600
            b801010000       mov eax,0x101          openat
            0f05             syscall
            89c7             mov edi,eax
            be06000000       mov esi,0x6            LOCK_EX|LOCK_NB
            b849000000       mov eax,0x49           flock
            0f05             syscall
            bf01000000       mov edi,0x1            1: not got, or standard output
            85c0             test eax,eax
            784d             js +77
            4c89fe           mov rsi,r15
            ba01000000       mov edx,0x1
            b801000000       mov eax,0x1            write
            0f05             syscall
            c7042400000000   mov DWORD PTR [rsp],0x0    standard input
            c744240401000000 mov DWORD PTR [rsp+0x4],0x1  POLLIN
            4889e7           mov rdi,rsp
            be01000000       mov esi,0x1
            ba983a0000       mov edx,0x3a98         15 s without a sign
            b807000000       mov eax,0x7            poll
            0f05             syscall
            ffc8             dec eax
            7515             jne +21
            31ff             xor edi,edi
            488d742408       lea rsi,[rsp+0x8]
            ba20000000       mov edx,0x20
            31c0             xor eax,eax            read
            0f05             syscall
            4885c0           test rax,rax
            7fc4             jg -60
            31ff             xor edi,edi
            b83c000000       mov eax,0x3c           exit
            0f05             syscall
            """, """
            f70b40f9         ldr x23, [sp, #16]     the path: first argument
            ff0301d1         sub sp, sp, 0x40
            600c8092         mov x0, -100           AT_FDCWD
            e10317aa         mov x1, x23
            420890d2         mov x2, 0x8042
            0201a0f2         movk x2, 0x8, lsl 16   O_RDWR|O_CREAT|O_CLOEXEC|O_NOFOLLOW
            033080d2         mov x3, 0x180          mode 0600
            080780d2         mov x8, 0x38           openat
            010000d4         svc 0x0
            c10080d2         mov x1, 0x6            LOCK_EX|LOCK_NB
            080480d2         mov x8, 0x20           flock
            010000d4         svc 0x0
            1f0000f1         cmp x0, 0x0
            200080d2         mov x0, 0x1            1: not got, or standard output
            4b030054         b.lt +104
            e10317aa         mov x1, x23
            220080d2         mov x2, 0x1
            080880d2         mov x8, 0x40           write
            010000d4         svc 0x0
            2900c0d2         mov x9, 0x100000000    standard input, POLLIN
            e90300f9         str x9, [sp]
            e90180d2         mov x9, 0xf            15 s without a sign
            e90700f9         str x9, [sp, #8]
            ff0b00f9         str xzr, [sp, #16]
            e0030091         mov x0, sp
            210080d2         mov x1, 0x1
            e2230091         add x2, sp, 0x8
            030080d2         mov x3, 0x0
            280980d2         mov x8, 0x49           ppoll
            010000d4         svc 0x0
            1f0400f1         cmp x0, 0x1
            01010054         b.ne +32
            000080d2         mov x0, 0x0
            e1630091         add x1, sp, 0x18
            020480d2         mov x2, 0x20
            e80780d2         mov x8, 0x3f           read
            010000d4         svc 0x0
            1f0000f1         cmp x0, 0x0
            acfdff54         b.gt -76
            000080d2         mov x0, 0x0
            a80b80d2         mov x8, 0x5d           exit
            010000d4         svc 0x0
            """),

    /** Removes the files and empty directories that its arguments name, in their order; those that cannot be removed stay. Links are not followed. */
    REMOVE("""
            488b1c24         mov rbx,QWORD PTR [rsp]    number of arguments, the name among them
            4c8d642410       lea r12,[rsp+0x10]     the first path
            48ffcb           dec rbx
            7e31             jle +49
            bf9cffffff       mov edi,0xffffff9c     AT_FDCWD
            498b3424         mov rsi,QWORD PTR [r12]
            31d2             xor edx,edx
            b807010000       mov eax,0x107          unlinkat
            0f05             syscall
            85c0             test eax,eax
            7415             je +21
            bf9cffffff       mov edi,0xffffff9c     AT_FDCWD
            498b3424         mov rsi,QWORD PTR [r12]
            ba00020000       mov edx,0x200          AT_REMOVEDIR
            b807010000       mov eax,0x107          unlinkat
            0f05             syscall
            4983c408         add r12,0x8
            ebca             jmp -54
            31ff             xor edi,edi
            b83c000000       mov eax,0x3c           exit
            0f05             syscall
            """, """
            f30340f9         ldr x19, [sp]          number of arguments, the name among them
            f4430091         add x20, sp, 0x10      the first path
            730600f1         subs x19, x19, 0x1
            cd010054         b.le +56
            600c8092         mov x0, -100           AT_FDCWD
            810240f9         ldr x1, [x20]
            020080d2         mov x2, 0x0
            680480d2         mov x8, 0x23           unlinkat
            010000d4         svc 0x0
            c00000b4         cbz x0, +24
            600c8092         mov x0, -100           AT_FDCWD
            810240f9         ldr x1, [x20]
            024080d2         mov x2, 0x200          AT_REMOVEDIR
            680480d2         mov x8, 0x23           unlinkat
            010000d4         svc 0x0
            94220091         add x20, x20, 0x8
            f2ffff17         b -56
            000080d2         mov x0, 0x0
            a80b80d2         mov x8, 0x5d           exit
            010000d4         svc 0x0
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
