# The twin of fetch.go in Python: two coroutines, one queue. `minigo compare examples/fetch.go` runs both.
import asyncio


async def fetch_data(id, ch):
    await asyncio.sleep(0.5)
    await ch.put(f"Data {id}")


async def main():
    ch = asyncio.Queue()

    # Spawn concurrent tasks
    tasks = [asyncio.create_task(fetch_data(i, ch)) for i in (1, 2)]

    # Read results from the queue
    res1 = await ch.get()
    res2 = await ch.get()
    await asyncio.gather(*tasks)

    print(f"[{res1} {res2}]")


asyncio.run(main())
