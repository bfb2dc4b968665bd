// Lesson 25: a bank: a mutex guards what must change together, in one order for all.
package main

import (
	"errors"
	"fmt"
	"sync"
)

type Account struct {
	id      int
	mu      sync.Mutex
	balance int
}

var ErrFunds = errors.New("not enough money")

func transfer(from, to *Account, amount int) error {
	if from == to {
		return nil
	}
	// Two transfers in opposite directions would wait for each other for ever,
	// were it not for a fixed order: the account with the lower number first.
	first, second := from, to
	if second.id < first.id {
		first, second = second, first
	}
	first.mu.Lock()
	defer first.mu.Unlock()
	second.mu.Lock()
	defer second.mu.Unlock()
	if from.balance < amount {
		return fmt.Errorf("account %d: %w", from.id, ErrFunds)
	}
	from.balance -= amount
	to.balance += amount
	return nil
}

func main() {
	accounts := make([]*Account, 5)
	for i := range accounts {
		accounts[i] = &Account{id: i, balance: 1000}
	}
	fmt.Println(transfer(accounts[0], accounts[1], 5000))

	var wg sync.WaitGroup
	for clerk := range 8 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for i := range 500 {
				from, to := (clerk+i)%5, (clerk*3+i*2+1)%5
				transfer(accounts[from], accounts[to], i%70) // may fail: then nothing moves
			}
		}()
	}
	wg.Wait()
	total, negative := 0, false
	for _, a := range accounts {
		total += a.balance
		negative = negative || a.balance < 0
	}
	fmt.Println("4000 transfers later:", total, "in all; overdrawn:", negative)
}
