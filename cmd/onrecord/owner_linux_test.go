package main

import (
	"io"
	"net"
	"os"
	"os/exec"
	"syscall"
	"testing"
)

func TestUserOf(t *testing.T) {
	listener, err := net.Listen("tcp4", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer listener.Close()
	conn, err := net.Dial("tcp4", listener.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	if uid, known := userOf(conn.LocalAddr()); !known || uid != os.Getuid() {
		t.Errorf("userOf(our connection) = %d, %v, want %d", uid, known, os.Getuid())
	}
	unused := &net.TCPAddr{IP: net.IPv4(127, 0, 0, 1), Port: 1}
	if uid, known := userOf(unused); known {
		t.Errorf("userOf(%v) = %d, want none", unused, uid)
	}
}

// Only root can be another user, so only then is one refused here.
func TestAnotherUserIsRefused(t *testing.T) {
	shell, err := exec.LookPath("bash")
	if err != nil || os.Getuid() != 0 {
		t.Skip("this needs root and bash, to connect as another user")
	}
	for _, test := range []struct {
		situation string
		uid       uint32
		want      string
	}{{"root", 0, "in"}, {"another user", 65534, ""}} {
		t.Run(test.situation, func(t *testing.T) {
			listener, err := net.Listen("tcp4", "127.0.0.1:0")
			if err != nil {
				t.Fatal(err)
			}
			defer listener.Close()
			go func() {
				own := refusing{listener, 12345}
				for conn, err := own.Accept(); err == nil; conn, err = own.Accept() {
					io.WriteString(conn, "in")
					conn.Close()
				}
			}()
			_, port, _ := net.SplitHostPort(listener.Addr().String())
			visitor := exec.Command(shell, "-c", "exec 3<>/dev/tcp/127.0.0.1/"+port+" && cat <&3")
			visitor.Dir = "/"
			visitor.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: test.uid, Gid: 65534}}
			got, _ := visitor.Output() // that the connection is reset is the point
			if string(got) != test.want {
				t.Errorf("%s was answered %q, want %q", test.situation, got, test.want)
			}
		})
	}
}
