// SPDX-License-Identifier: GPL-3.0-or-later
// org.poise.Daemon1 on the session bus: the one control surface of poised. It decides nothing: what callers ask for is
// checked and posted as an event, and answered when that event has been stepped. Signals are broadcasts, properties are
// announced only when they differ, and no exception leaves it once it is constructed. It must be destroyed before the
// connection, whose event loop belongs to somebody else.
#pragma once

#include "published.hpp"

#include "poise/ports.hpp"

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace sdbus {
class IConnection;
}

namespace poise {

/// What the service asks of the daemon.
struct Requests {
    using Done = std::function<void(std::optional<std::string> refusal)>;
    /// Steps this event after the present one, and then calls `done` once.
    std::function<void(Event, Done done)> post;
    std::function<Moment()> now;
    /// In the order of preference; the one that works is in use.
    std::function<std::vector<Finding>()> idle_sources = [] { return std::vector<Finding>{}; };
    std::function<JournalHealth()> journal = [] { return JournalHealth{}; };
    /// Reads the configuration again and returns its problems, one a line.
    std::function<std::vector<std::string>()> reload = [] { return std::vector<std::string>{}; };
    /// Writes one setting into the configuration and reads it again; why it was refused, one problem a line.
    std::function<std::vector<std::string>(const std::string& key, const std::string& value)> set_setting =
        [](const std::string&, const std::string&) { return std::vector<std::string>{}; };
    /// Erases what the journal holds from before a day, or everything; how many facts are gone. Throws
    /// std::runtime_error where something of it stays.
    std::function<std::size_t(std::optional<Day> before)> erase = [](std::optional<Day>) { return std::size_t{0}; };
    std::function<std::vector<Finding>()> doctor = [] { return std::vector<Finding>{}; };
    /// Something went out over the connection, perhaps not from one of its callbacks: its loop should have a look.
    std::function<void()> sent = [] {};
};

/// What never changes while the daemon runs.
struct About {
    std::string version;
    std::string journal_path;
};

class BusService final : public Announcer {
public:
    /// Throws std::runtime_error where the object cannot be exported.
    BusService(sdbus::IConnection&, About, Requests);
    ~BusService() override;

    /// Lets clients find the daemon: to be called once the state is known, since activated clients ask at once.
    /// Throws std::runtime_error where another poised has the name.
    void claim_name();

    /// After every reading of the configuration, whatever came of it.
    void configured(ConfigurationReport);

    /// The prompt goes out with changed(), when it is known what has become of it in this step.
    void show(const Prompt&, bool again) override;
    void withdraw(PromptId, Why) override;
    void tell(const Notice&) override;
    void ended(PromptId, Outcome) override;
    void changed(const State& state) override;

private:
    class Exported;
    std::unique_ptr<Exported> exported_;
};

} // namespace poise
