// A func init that fails: nothing stands between it and the runtime.
// exit: 2
package main

import "os"

func init() {
	if len(os.Args) > 5 {
		return
	}
	var f func()
	f()
}
func main() {}
