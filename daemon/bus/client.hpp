// SPDX-License-Identifier: GPL-3.0-or-later
// A small synchronous client of org.poise.Daemon1 for the command line: one call, one answer, no loop and no thread.
// Nothing throws; whatever goes wrong is one of four errors with a text for the person. Words stay strings, as the bus
// spells them, so that an older client can show what a newer daemon says. No type of a D-Bus library appears here.
#pragma once

#include "poise/ports.hpp"
#include "poise/result.hpp"

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace poise {

enum class ClientError {
    no_daemon, // none runs and none can be started, or it does not answer
    refused,   // understood, but it cannot be done now
    invalid_argument,
    other,
};
struct ClientFailure {
    ClientError error{};
    std::string text;
};
template <class T>
using Reply = Result<T, ClientFailure>;
using Accepted = std::monostate;

using Seconds = std::chrono::duration<double>;

/// One drill of a break. What its dose does not have is 0.
struct PartView {
    std::string id;
    std::string name;
    std::vector<std::string> steps;
    std::vector<std::string> progressions;
    std::string breathing;
    std::string dose;
    Seconds length{};
    std::string rule;
    std::string why;
    std::string source;
};
struct PointView {
    std::string id;
    std::string question;
    std::string advice;
};
struct PromptView {
    PromptId id{};
    std::string kind;
    std::vector<std::string> drills;
    std::string rule;
    Seconds length{};
    std::string why;
    std::string phase;
    std::string title;
    std::string text;
    std::string start_label;
    std::optional<std::uint32_t> snoozes_left; // none: a daemon that does not say
    std::vector<PartView> parts;
    std::string cue;
    std::vector<PointView> points; // of a workstation check
    bool asks_freer = false;
    bool asks_function = false;
};
struct IdleSourceView {
    std::string name;
    bool works = false;
    std::chrono::sys_seconds since;
    std::string why;
    std::vector<Finding> tried{}; // in the order of preference; empty: a daemon that does not say
};
struct JournalView {
    std::string path;
    std::string trouble;
    std::uint32_t waiting = 0;
    std::uint32_t dropped = 0;
};
struct ConfigurationView {
    std::string path;
    bool exists = false;
    std::vector<std::string> problems;
};

/// All properties, as they were at one moment.
struct DaemonView {
    std::string version;
    std::string presence;
    std::chrono::sys_seconds presence_since;
    std::string posture;
    Seconds bout{};
    std::string headline;
    std::optional<PromptView> prompt;
    std::vector<std::string> holds;
    std::optional<std::chrono::sys_seconds> paused_until;
    bool exercise_off = false;
    IdleSourceView idle_source;
    std::uint32_t presenters = 0;
    JournalView journal;
    ConfigurationView configuration;
};

struct KindView {
    std::string kind;
    bool on = false;
    bool due = false;
    std::optional<Seconds> elapsed;
    std::optional<Seconds> interval;
    std::optional<std::chrono::sys_seconds> next_due;
    std::vector<std::string> blocks;
    std::string rule;
};

/// Something that happens to a prompt or to the person.
struct Happening {
    std::string event;                             // shown, started, ended; posture, presence; paused, resumed
    std::optional<PromptView> prompt;              // of the first three; none: this client has not seen it
    std::string word;                              // its outcome; the posture or the presence
    std::optional<std::chrono::sys_seconds> until; // of a pause
};

class DaemonClient {
public:
    /// To the session bus; the daemon itself is only looked for by the first call, which may start it.
    [[nodiscard]] static Reply<DaemonClient> connect(std::chrono::milliseconds timeout = std::chrono::seconds{5});
    ~DaemonClient();
    DaemonClient(DaemonClient&&) noexcept;
    DaemonClient& operator=(DaemonClient&&) noexcept;

    [[nodiscard]] Reply<DaemonView> properties();
    [[nodiscard]] Reply<std::vector<KindView>> kinds();
    [[nodiscard]] Reply<std::vector<std::string>> explain();
    [[nodiscard]] Reply<std::vector<Finding>> doctor();
    [[nodiscard]] Reply<std::vector<std::string>> reload();

    /// Until this client is gone. None: no prompt is open.
    [[nodiscard]] Reply<std::optional<PromptView>> register_presenter();
    [[nodiscard]] Reply<Accepted> confirm_shown(PromptId);

    // Without an id: whatever prompt is open.
    [[nodiscard]] Reply<Accepted> start(std::optional<PromptId> id = std::nullopt);
    [[nodiscard]] Reply<Accepted> snooze(std::optional<std::chrono::seconds> length = std::nullopt,
                                         std::optional<PromptId> id = std::nullopt);
    [[nodiscard]] Reply<Accepted> skip(std::optional<PromptId> id = std::nullopt);
    [[nodiscard]] Reply<Accepted> done(std::optional<PromptId> id = std::nullopt);
    [[nodiscard]] Reply<Accepted> partly(std::optional<PromptId> id = std::nullopt);
    [[nodiscard]] Reply<Accepted> too_painful(std::optional<int> pain, std::optional<PromptId> id = std::nullopt);
    [[nodiscard]] Reply<Accepted> at_part(PromptId, std::uint32_t part);
    /// Without id and phase.
    [[nodiscard]] Reply<PromptView> preview(const std::string& kind);

    /// The words are checked by the daemon, which knows them all. Empty: what is to be done now.
    [[nodiscard]] Reply<Accepted> start_break(const std::string& kind);
    /// Without a length: until the next local 04:00.
    [[nodiscard]] Reply<Accepted> pause(std::optional<std::chrono::seconds> length = std::nullopt);
    [[nodiscard]] Reply<Accepted> resume();
    [[nodiscard]] Reply<Accepted> set_posture(const std::string& posture, const std::string& source);
    [[nodiscard]] Reply<Accepted> check_in(const Checkin&);
    [[nodiscard]] Reply<Accepted> screen(const std::vector<std::string>& flags);
    [[nodiscard]] Reply<Accepted> clear_screen();
    [[nodiscard]] Reply<Accepted> choose_programme(const std::string& driver);
    [[nodiscard]] Reply<Accepted> name_key_task(const std::string& task);
    [[nodiscard]] Reply<Accepted> name_levers(const std::string& mobility, const std::string& strength);
    [[nodiscard]] Reply<Accepted> answer_freer(bool yes);
    [[nodiscard]] Reply<Accepted> set_flare(bool on);
    [[nodiscard]] Reply<Accepted> answer_plan(bool accepted);
    /// How many facts are gone. None: everything goes.
    [[nodiscard]] Reply<std::int64_t> erase(std::optional<Day> before = std::nullopt);

    /// Unlike every other call this never starts it.
    [[nodiscard]] Reply<bool> is_running();

    /// From the first call on nothing is missed. Returns true once a property has changed, or the daemon has come or
    /// gone, since the last call; false when the time is over, or nobody is at the other end of `output` any more.
    /// Headline and Bout change without a word.
    [[nodiscard]] Reply<bool> wait_for_change(std::optional<std::chrono::milliseconds> at_most = std::nullopt,
                                              int output = -1);

    /// Waits for what happens next; from the first call on nothing is missed. A daemon that goes and comes back is
    /// followed, none is started.
    [[nodiscard]] Reply<Happening> wait_for_happening();

private:
    class Connection;
    explicit DaemonClient(std::unique_ptr<Connection>);
    std::unique_ptr<Connection> connection_;
};

} // namespace poise
