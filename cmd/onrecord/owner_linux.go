package main

import (
	"bufio"
	"encoding/binary"
	"fmt"
	"net"
	"net/netip"
	"os"
	"strconv"
	"strings"
)

// ownUser is the listener without the connections of the machine's other
// users, who can reach a loopback port as well as the user can. A connection
// whose user cannot be told is let through to the guard.
func ownUser(l net.Listener) net.Listener { return refusing{l, os.Getuid()} }

// A refusing listener refuses everyone but one user.
type refusing struct {
	net.Listener
	user int
}

// Accept waits for the next connection of the user, or of root, who can read
// everything anyway.
func (l refusing) Accept() (net.Conn, error) {
	for {
		conn, err := l.Listener.Accept()
		if err != nil {
			return nil, err
		}
		uid, known := userOf(conn.RemoteAddr())
		if !known || uid == l.user || uid == 0 {
			return conn, nil
		}
		conn.Close()
	}
}

// userOf is the user whose socket has the local address a, as the kernel's
// tables of connections say. A socket of the sixth version of IP can speak to
// an address of the fourth, and stands in the other table.
func userOf(a net.Addr) (uid int, known bool) {
	at, err := netip.ParseAddrPort(a.String())
	if err != nil || !at.Addr().Unmap().Is4() {
		return 0, false
	}
	four := at.Addr().Unmap().As4()
	wanted := fmt.Sprintf("%08X:%04X", binary.NativeEndian.Uint32(four[:]), at.Port())
	for _, table := range [...]struct{ name, prefix string }{{"tcp", ""}, {"tcp6", "0000000000000000FFFF0000"}} {
		if uid, known := owner("/proc/self/net/"+table.name, table.prefix+wanted); known {
			return uid, true
		}
	}
	return 0, false
}

// owner is the user of the connection with that local address in a table.
func owner(name, local string) (uid int, known bool) {
	table, err := os.Open(name)
	if err != nil {
		return 0, false
	}
	defer table.Close()
	lines := bufio.NewScanner(table)
	for lines.Scan() {
		fields := strings.Fields(lines.Text()) // number, local, remote, state, queues, timer, retries, uid …
		if len(fields) > 7 && fields[1] == local {
			uid, err := strconv.Atoi(fields[7])
			return uid, err == nil
		}
	}
	return 0, false
}
