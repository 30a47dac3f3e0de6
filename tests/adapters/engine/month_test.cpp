// SPDX-License-Identifier: GPL-3.0-or-later
// A month under the real engine, journal and service of the bus. A person lives it beside the core first; what they
// did, and when, is then posted to the engine, whose alarm and clock are the test's. Only so can it be told that the
// daemon does not grow: a real month would take one.
#include "bus_loop.hpp"
#include "engine.hpp"
#include "journal_reader.hpp"
#include "memory_folder.hpp"
#include "own_guide.hpp"
#include "private_bus.hpp"
#include "service.hpp"
#include "sqlite_journal.hpp"
#include "working_month.hpp"

#include <gtest/gtest.h>
#include <malloc.h>

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace poise::test {
namespace {

/// D: what lists and texts of different days differ by. The journal's cache alone grew by 380 KiB in these days.
constexpr std::size_t as_good_as_nothing = 16 * 1024;

/// What the heap holds for us, in bytes.
std::size_t heap_in_use() {
    const auto heap = ::mallinfo2();
    return heap.uordblks + heap.hblkhd;
}

class SetClock : public Clock {
public:
    explicit SetClock(Moment now) : now_{std::move(now)} {}
    Moment now() override { return now_; }
    Instant instant() override { return now_.instant; }
    void set(Instant instant) {
        now_.utc += instant - now_.instant;
        now_.instant = instant;
    }

private:
    Moment now_;
};

class KeptAlarm : public Alarm {
public:
    void arm(std::optional<Instant> at) override { at_ = at; }
    [[nodiscard]] bool is_due_by(Instant instant) const { return at_ && *at_ <= instant; }
    [[nodiscard]] Instant at() const { return *at_; }

private:
    std::optional<Instant> at_;
};

/// The service of the bus, and a client that confirms whatever it is shown.
class Shown : public Announcer {
public:
    explicit Shown(BusService& service) : service_{service} {}
    void show(const Prompt& prompt, bool again) override {
        service_.show(prompt, again);
        to_confirm.push_back(prompt.id);
    }
    void withdraw(PromptId id, Why why) override { service_.withdraw(id, why); }
    void tell(const Notice& notice) override { service_.tell(notice); }
    void ended(PromptId id, Outcome outcome) override { service_.ended(id, outcome); }
    void changed(const State& state) override { service_.changed(state); }

    std::vector<PromptId> to_confirm;

private:
    BusService& service_;
};

class DaemonInSimulatedTime {
public:
    explicit DaemonInSimulatedTime(const Life& life)
        : clock_{at_start_of(life)}, connection_{bus_.connect()}, loop_{io_, *connection_, [](const std::string&) {}},
          service_{
              *connection_,
              {"test", ""},
              {.post = [this](Event event, Requests::Done done) { engine_.post(std::move(event), std::move(done)); },
               .now = [this] { return clock_.now(); },
               .sent = [this] { loop_.catch_up(); }}},
          journal_{folder_.path() / "poise.db"},
          announcer_{service_}, engine_{restore({}, own_guide(), {}, clock_.now(), Life::booted),
                                        {.io = io_,
                                         .clock = clock_,
                                         .alarm = alarm_,
                                         .journal = journal_,
                                         .announcer = announcer_,
                                         .watch_input = [](Duration) {},
                                         .look_for_sleep = [] { return std::optional<SleptUnseen>{}; }}} {
        service_.claim_name();
        const Event as_a_life_begins[] = {Started{}, IdleSourceFound{Life::booted}, ClientsChanged{true},
                                          SensesSettled{}};
        for (const Event& event : as_a_life_begins) take(event);
    }

    void live(const Life::Happening& happening) {
        pass_until(Life::booted + happening.t);
        take(std::get<Event>(happening.what));
    }

    void pass_until(Instant instant) {
        while (alarm_.is_due_by(instant)) {
            clock_.set(alarm_.at());
            take(TimePassed{});
        }
        clock_.set(instant);
    }

    [[nodiscard]] const State& state() const { return engine_.state(); }
    [[nodiscard]] std::filesystem::path journal() const { return folder_.path() / "poise.db"; }

private:
    static Moment at_start_of(const Life& life) { return {Life::booted, life.start(), life.start_offset(), {}, {}}; }

    void take(const Event& event) {
        engine_.handle(event);
        for (const PromptId id : std::exchange(announcer_.to_confirm, {})) engine_.handle(PromptConfirmed{id});
        io_.poll(); // what was said goes out
    }

    PrivateBus bus_;
    MemoryFolder folder_;
    boost::asio::io_context io_;
    SetClock clock_;
    KeptAlarm alarm_;
    std::unique_ptr<sdbus::IConnection> connection_;
    BusLoop loop_;
    BusService service_;
    SqliteJournal journal_;
    Shown announcer_;
    Engine engine_;
};

TEST(TheDaemon, HoldsNoMoreMemoryAfterThirtyDaysThanAfterTwoWeeks) {
    WorkingMonth month{Driver::prevention};
    month.days(30);
    const auto two_weeks = std::chrono::days{14};

    DaemonInSimulatedTime daemon{month.life()};
    std::size_t after_two_weeks = 0;
    for (const auto& happening : month.life().happenings()) {
        if (after_two_weeks == 0 && happening.t >= two_weeks) after_two_weeks = heap_in_use();
        daemon.live(happening);
    }
    daemon.pass_until(month.life().now().instant);
    const std::size_t after_thirty_days = heap_in_use();

    // It was that month, to the last fact.
    EXPECT_EQ(daemon.state().memory, month.life().state().memory);
    std::vector<Fact> written;
    JournalReader{daemon.journal()}.every_fact([&](const Fact& fact) { written.push_back(fact); });
    EXPECT_EQ(written, month.life().facts());
    EXPECT_GT(written.size(), 1000u);

    RecordProperty("heap_after_two_weeks", static_cast<int>(after_two_weeks));
    RecordProperty("heap_after_thirty_days", static_cast<int>(after_thirty_days));
    EXPECT_LE(after_thirty_days, after_two_weeks + as_good_as_nothing);
}

} // namespace
} // namespace poise::test
