-- The twin of fetch.go in Lua, which has coroutines but nobody to run them: the scheduler is half of the program.
-- `minigo compare examples/fetch.go` runs all three.
local now, ready, asleep = 0, {}, {}

local function go(f, ...)
    local args = table.pack(...)
    table.insert(ready, coroutine.create(function() f(table.unpack(args)) end))
end

local function sleep(seconds)
    table.insert(asleep, { due = now + seconds, task = coroutine.running() })
    coroutine.yield()
end

local function put(ch, value)
    table.insert(ch, value)
    table.insert(ready, ch.reader)
    ch.reader = nil
end

local function get(ch)
    while #ch == 0 do
        ch.reader = coroutine.running()
        coroutine.yield()
    end
    return table.remove(ch, 1)
end

local function run()
    while true do
        while #ready > 0 do
            assert(coroutine.resume(table.remove(ready, 1)))
        end
        if #asleep == 0 then
            return
        end
        table.sort(asleep, function(a, b) return a.due < b.due end)
        local first = table.remove(asleep, 1)
        if first.due > now then
            os.execute("sleep " .. first.due - now) -- Lua has no call for it
            now = first.due
        end
        table.insert(ready, first.task)
    end
end

local function fetch_data(id, ch)
    sleep(0.5)
    put(ch, "Data " .. id)
end

local function main()
    local ch = {}

    -- Spawn concurrent tasks
    go(fetch_data, 1, ch)
    go(fetch_data, 2, ch)

    -- Read results from the queue
    local res1 = get(ch)
    local res2 = get(ch)

    print("[" .. res1 .. " " .. res2 .. "]")
end

go(main)
run()
