// SPDX-License-Identifier: GPL-3.0-or-later
// A BusService with a script instead of an engine behind it, on a connection and a thread of its own, so that a test
// can be its blocking client. Whatever the script says or hears is reached through on_its_thread().
#pragma once

#include "service.hpp"
#include "states.hpp"

#include <sdbus-c++/IConnection.h>

#include <functional>
#include <future>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <type_traits>
#include <vector>

namespace poise::test {

struct Script {
    std::vector<Event> posted;
    std::optional<std::string> refusal;    // of everything posted
    bool keeps_waiting = false;            // what is posted is answered by hand
    std::vector<Requests::Done> waiting{}; // for that
    Moment now = moment_at(0);
    std::vector<Finding> idle_sources{};
    JournalHealth journal;
    std::vector<std::string> problems;
    std::vector<Finding> findings;
    std::function<void()> on_reload = [] {};
    std::vector<std::optional<Day>> erased{}; // what was asked for
    std::size_t facts_gone = 0;
    std::string trouble_with_erasing; // why not all of it is gone
    int sent = 0;
};

class ScriptedDaemon {
public:
    ScriptedDaemon();
    ~ScriptedDaemon();
    ScriptedDaemon(const ScriptedDaemon&) = delete;
    ScriptedDaemon& operator=(const ScriptedDaemon&) = delete;

    /// Runs `body(service, script)` between two turns of the loop and returns what it returns.
    template <class Body>
    auto on_its_thread(Body body) {
        using Value = std::invoke_result_t<Body, BusService&, Script&>;
        std::packaged_task<Value()> task{[&] { return body(*service_, script_); }};
        auto value = task.get_future();
        enqueue([&task] { task(); });
        return value.get();
    }
    /// Publishes this state, as the engine does after a step.
    void changed(State);
    [[nodiscard]] std::vector<Event> take_posted();
    /// How many messages have reached its connection.
    [[nodiscard]] int messages() {
        return on_its_thread([this](BusService&, Script&) { return messages_; });
    }
    /// The service goes, its connection stays.
    void destroy_service();

private:
    void enqueue(std::function<void()>);
    void loop();

    std::unique_ptr<sdbus::IConnection> connection_;
    Script script_;
    State state_;
    std::unique_ptr<BusService> service_;
    std::mutex mutex_;
    std::vector<std::function<void()>> tasks_;
    bool is_over_ = false;
    int messages_ = 0;
    int wake_ = -1;
    std::thread thread_;
};

} // namespace poise::test
