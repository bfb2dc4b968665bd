package sync

// A Map is a map[any]any that several goroutines may use at once. The zero Map is empty.
type Map struct {
	_ noCopy
	m RWMutex
	t map[any]any
}

// Load returns the value stored for key, nil and false if there is none.
func (m *Map) Load(key any) (value any, ok bool) {
	m.m.RLock()
	defer m.m.RUnlock()
	return m.find(key)
}

// full is never empty: a search in it tells of a key that cannot be one in the words that a full map has.
var full = map[any]any{nil: nil}

func (m *Map) find(key any) (value any, ok bool) {
	if len(m.t) == 0 {
		_ = full[key]
		return nil, false
	}
	value, ok = m.t[key]
	return
}

// Store sets the value for key.
func (m *Map) Store(key, value any) { m.Swap(key, value) }

// LoadOrStore returns the value stored for key, or stores the given one and returns it. loaded: it was there.
func (m *Map) LoadOrStore(key, value any) (actual any, loaded bool) {
	m.m.Lock()
	defer m.m.Unlock()
	if actual, loaded = m.find(key); loaded {
		return
	}
	m.put(key, value)
	return value, false
}

// put adds a pair; m.m is held.
func (m *Map) put(key, value any) {
	if m.t == nil {
		m.t = map[any]any{}
	}
	m.t[key] = value
}

// LoadAndDelete removes key and returns the value it had.
func (m *Map) LoadAndDelete(key any) (value any, loaded bool) {
	m.m.Lock()
	defer m.m.Unlock()
	value, loaded = m.find(key)
	delete(m.t, key)
	return
}

// Delete removes key.
func (m *Map) Delete(key any) { m.LoadAndDelete(key) }

// Swap stores value for key and returns the one before.
func (m *Map) Swap(key, value any) (previous any, loaded bool) {
	m.m.Lock()
	defer m.m.Unlock()
	previous, loaded = m.find(key)
	m.put(key, value)
	return
}

// CompareAndSwap stores new for key if old is stored there; old must be comparable.
func (m *Map) CompareAndSwap(key, old, new any) (swapped bool) {
	m.m.Lock()
	defer m.m.Unlock()
	if v, ok := m.t[key]; !ok || v != old {
		return false
	}
	m.t[key] = new
	return true
}

// CompareAndDelete removes key if old is stored there; old must be comparable.
func (m *Map) CompareAndDelete(key, old any) (deleted bool) {
	m.m.Lock()
	defer m.m.Unlock()
	if v, ok := m.t[key]; !ok || v != old {
		return false
	}
	delete(m.t, key)
	return true
}

// Clear removes everything.
func (m *Map) Clear() {
	m.m.Lock()
	defer m.m.Unlock()
	clear(m.t)
}

// Range calls f for the pairs that are there, until f returns false. f may change the map.
func (m *Map) Range(f func(key, value any) bool) {
	m.m.RLock()
	keys := make([]any, 0, len(m.t))
	for k := range m.t {
		keys = append(keys, k)
	}
	m.m.RUnlock()
	for _, k := range keys {
		if v, ok := m.Load(k); ok && !f(k, v) {
			return
		}
	}
}
