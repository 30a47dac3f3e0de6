// SPDX-License-Identifier: GPL-3.0-or-later
#include "client.hpp"

#include "client_happenings.hpp"
#include "client_values.hpp"
#include "match_rules.hpp"
#include "names.hpp"
#include "sdbus.hpp"

#include "poise/iso_time.hpp"

#include <daemon_proxy.hpp>

#include <poll.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <string_view>
#include <system_error>
#include <utility>

namespace poise {

namespace {

constexpr const char* bus_interface = "org.freedesktop.DBus"; // and its name
constexpr const char* properties_interface = "org.freedesktop.DBus.Properties";

std::string signals_of_daemon(const char* interface, const char* member = "") {
    return signals_from(daemon_bus_name, daemon_object_path, interface, member);
}

/// What the bus or libsystemd say where nobody answers, for whatever reason.
bool says_that_nobody_answers(std::string_view error) {
    constexpr std::string_view activation = "org.freedesktop.DBus.Error.Spawn.";
    constexpr std::array<std::string_view, 9> names{"org.freedesktop.DBus.Error.ServiceUnknown",
                                                    "org.freedesktop.DBus.Error.NameHasNoOwner",
                                                    "org.freedesktop.DBus.Error.NoReply",
                                                    "org.freedesktop.DBus.Error.Timeout",
                                                    "org.freedesktop.DBus.Error.TimedOut",
                                                    "org.freedesktop.DBus.Error.Disconnected",
                                                    "org.freedesktop.DBus.Error.NoServer",
                                                    "System.Error.ENOTCONN",
                                                    "System.Error.ECONNRESET"};
    return error.starts_with(activation) || std::ranges::find(names, error) != names.end();
}

ClientFailure to_failure(const sdbus::Error& error) {
    const std::string& name = error.getName();
    const std::string& text = error.getMessage();
    if (name == error_refused || name == error_not_found) return {ClientError::refused, text};
    if (name == error_invalid_argument) return {ClientError::invalid_argument, text};
    if (says_that_nobody_answers(name)) return {ClientError::no_daemon, "poised does not answer: " + text};
    return {ClientError::other, text.empty() ? name : text};
}

/// The one place where an exception of the library becomes a value.
template <class Call>
auto attempt(Call call) -> Reply<decltype(call())> {
    try {
        return call();
    } catch (const sdbus::Error& error) {
        return Unexpected{to_failure(error)};
    } catch (const std::exception& error) {
        return Unexpected{ClientFailure{ClientError::other, error.what()}};
    }
}
template <class Call>
Reply<Accepted> ask(Call call) {
    return attempt([&] {
        call();
        return Accepted{};
    });
}

std::uint32_t to_seconds(std::optional<std::chrono::seconds> length) {
    if (!length) return 0;
    return static_cast<std::uint32_t>(std::clamp<std::int64_t>(length->count(), 1, UINT32_MAX));
}

} // namespace

/// The generated proxy without its signals: a command has no use for them, and each would cost a round trip.
class DaemonClient::Connection final : public org::poise::Daemon1_proxy {
public:
    Connection(std::unique_ptr<sdbus::IConnection> bus, std::unique_ptr<sdbus::IProxy> daemon)
        : Daemon1_proxy{*daemon}, bus_{std::move(bus)}, daemon_{std::move(daemon)} {}
    ~Connection() = default;
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    ValueMap properties() {
        ValueMap properties;
        daemon_->callMethod("GetAll")
            .onInterface(properties_interface)
            .withArguments(std::string{daemon_interface})
            .storeResultsTo(properties);
        return properties;
    }

    bool is_running() {
        bool running = false;
        make_proxy(*bus_, bus_interface, "/org/freedesktop/DBus")
            ->callMethod("NameHasOwner")
            .onInterface(bus_interface)
            .withArguments(std::string{daemon_bus_name})
            .storeResultsTo(running);
        return running;
    }

    bool wait_for_change(std::optional<std::chrono::milliseconds> at_most, int output) {
        if (watches_.empty()) watch();
        const auto end = std::chrono::steady_clock::now() + at_most.value_or(std::chrono::hours{24});
        for (;;) {
            while (process_pending(*bus_)) {
            }
            if (std::exchange(has_changed_, false)) return true;
            if (!wait_for_bus(at_most ? std::optional{end} : std::nullopt, output)) return false;
        }
    }

    Happening wait_for_happening() {
        if (!happenings_) follow();
        for (;;) {
            while (process_pending(*bus_)) {
            }
            if (auto happening = happenings_->take()) return *std::move(happening);
            wait_for_bus(std::nullopt, -1);
        }
    }

private:
    void onPromptShown(const ValueMap&, const bool&) override {}
    void onPromptWithdrawn(const std::int64_t&, const std::string&) override {}
    void onPromptEnded(const std::int64_t&, const std::string&) override {}
    void onNotice(const std::string&, const std::string&, const std::string&, const bool&) override {}

    void watch() {
        const auto note = [this](sdbus::Message&) { has_changed_ = true; };
        watches_.push_back(add_match(*bus_, signals_of_daemon(properties_interface), note));
        watches_.push_back(add_match(*bus_, owner_changes_of(daemon_bus_name), note));
    }

    void follow() {
        followed_.push_back(add_match(*bus_, signals_of_daemon(properties_interface), [this](sdbus::Message& signal) {
            std::string interface;
            ValueMap properties;
            signal >> interface >> properties;
            if (happenings_) happenings_->change(properties);
        }));
        followed_.push_back(
            add_match(*bus_, signals_of_daemon(daemon_interface, "PromptEnded"), [this](sdbus::Message& signal) {
                std::int64_t id = 0;
                std::string outcome;
                signal >> id >> outcome;
                if (happenings_) happenings_->end(id, outcome);
            }));
        happenings_.emplace(is_running() ? to_daemon_view(properties()) : DaemonView{});
    }

    using Deadline = std::optional<std::chrono::steady_clock::time_point>;
    /// False: the deadline has come, or the reader of `output` has gone.
    bool wait_for_bus(Deadline deadline, int output) {
        const auto from_bus = bus_->getEventLoopPollData();
        int timeout = from_bus.getPollTimeout();
        if (deadline) {
            const auto left =
                std::chrono::ceil<std::chrono::milliseconds>(*deadline - std::chrono::steady_clock::now());
            if (left.count() <= 0) return false;
            const int ours = static_cast<int>(std::min<std::int64_t>(left.count(), INT32_MAX));
            timeout = timeout < 0 ? ours : std::min(timeout, ours);
        }
        // Nothing is waited for at the output: poll reports by itself that its reader has gone, and ignores -1.
        std::array descriptors{pollfd{from_bus.fd, from_bus.events, 0}, pollfd{output, 0, 0}};
        if (::poll(descriptors.data(), descriptors.size(), timeout) < 0) {
            if (errno == EINTR) return true;
            throw std::system_error{errno, std::generic_category(), "waiting for the session bus"};
        }
        return descriptors[1].revents == 0;
    }

    std::unique_ptr<sdbus::IConnection> bus_;
    std::unique_ptr<sdbus::IProxy> daemon_;
    std::vector<sdbus::Slot> watches_;
    bool has_changed_ = false;
    std::vector<sdbus::Slot> followed_;
    std::optional<Happenings> happenings_;
};

DaemonClient::DaemonClient(std::unique_ptr<Connection> connection) : connection_{std::move(connection)} {}
DaemonClient::~DaemonClient() = default;
DaemonClient::DaemonClient(DaemonClient&&) noexcept = default;
DaemonClient& DaemonClient::operator=(DaemonClient&&) noexcept = default;

Reply<DaemonClient> DaemonClient::connect(std::chrono::milliseconds timeout) {
    try {
        auto bus = sdbus::createSessionBusConnection();
        bus->setMethodCallTimeout(static_cast<std::uint64_t>(std::chrono::microseconds{timeout}.count()));
        auto daemon = make_proxy(*bus, daemon_bus_name, daemon_object_path);
        return DaemonClient{std::make_unique<Connection>(std::move(bus), std::move(daemon))};
    } catch (const std::exception& error) {
        return Unexpected{
            ClientFailure{ClientError::no_daemon, std::string{"there is no session bus: "} + error.what()}};
    }
}

Reply<DaemonView> DaemonClient::properties() {
    return attempt([&] { return to_daemon_view(connection_->properties()); });
}
Reply<std::vector<KindView>> DaemonClient::kinds() {
    return attempt([&] {
        std::vector<KindView> kinds;
        for (const auto& kind : connection_->Kinds()) kinds.push_back(to_kind_view(kind));
        return kinds;
    });
}
Reply<std::vector<std::string>> DaemonClient::explain() {
    return attempt([&] { return connection_->Explain(); });
}
Reply<std::vector<Finding>> DaemonClient::doctor() {
    return attempt([&] {
        std::vector<Finding> findings;
        for (const auto& finding : connection_->Doctor()) {
            findings.push_back({std::get<0>(finding), std::get<1>(finding), std::get<2>(finding)});
        }
        return findings;
    });
}
Reply<std::vector<std::string>> DaemonClient::reload() {
    return attempt([&] { return connection_->Reload(); });
}
Reply<std::optional<PromptView>> DaemonClient::register_presenter() {
    return attempt([&] { return to_prompt_view(connection_->RegisterPresenter()); });
}
Reply<Accepted> DaemonClient::confirm_shown(PromptId id) {
    return ask([&] { connection_->ConfirmShown(id); });
}
Reply<Accepted> DaemonClient::start(std::optional<PromptId> id) {
    return ask([&] { connection_->Start(id.value_or(0)); });
}
Reply<Accepted> DaemonClient::snooze(std::optional<std::chrono::seconds> length, std::optional<PromptId> id) {
    return ask([&] { connection_->Snooze(id.value_or(0), to_seconds(length)); });
}
Reply<Accepted> DaemonClient::skip(std::optional<PromptId> id) {
    return ask([&] { connection_->Skip(id.value_or(0)); });
}
Reply<Accepted> DaemonClient::done(std::optional<PromptId> id) {
    return ask([&] { connection_->Done(id.value_or(0)); });
}
Reply<Accepted> DaemonClient::partly(std::optional<PromptId> id) {
    return ask([&] { connection_->Partly(id.value_or(0)); });
}
Reply<Accepted> DaemonClient::too_painful(std::optional<int> pain, std::optional<PromptId> id) {
    return ask([&] { connection_->TooPainful(id.value_or(0), pain.value_or(-1)); });
}
Reply<Accepted> DaemonClient::at_part(PromptId id, std::uint32_t part) {
    return ask([&] { connection_->AtPart(id, part); });
}
Reply<PromptView> DaemonClient::preview(const std::string& kind) {
    return attempt([&] { return to_prompt_view(connection_->Preview(kind)).value_or(PromptView{}); });
}
Reply<Accepted> DaemonClient::start_break(const std::string& kind) {
    return ask([&] { connection_->StartBreak(kind); });
}
Reply<Accepted> DaemonClient::pause(std::optional<std::chrono::seconds> length) {
    return ask([&] { connection_->Pause(to_seconds(length)); });
}
Reply<Accepted> DaemonClient::resume() {
    return ask([&] { connection_->Resume(); });
}
Reply<Accepted> DaemonClient::set_posture(const std::string& posture, const std::string& source) {
    return ask([&] { connection_->SetPosture(posture, source); });
}
Reply<Accepted> DaemonClient::check_in(const Checkin& checkin) {
    return ask([&] { connection_->CheckIn(to_answers(checkin)); });
}
Reply<Accepted> DaemonClient::screen(const std::vector<std::string>& flags) {
    return ask([&] { connection_->Screen(flags); });
}
Reply<Accepted> DaemonClient::clear_screen() {
    return ask([&] { connection_->ClearScreen(); });
}
Reply<Accepted> DaemonClient::choose_programme(const std::string& driver) {
    return ask([&] { connection_->ChooseProgramme(driver); });
}
Reply<Accepted> DaemonClient::name_key_task(const std::string& task) {
    return ask([&] { connection_->NameKeyTask(task); });
}
Reply<Accepted> DaemonClient::name_levers(const std::string& mobility, const std::string& strength) {
    return ask([&] { connection_->NameLevers(mobility, strength); });
}
Reply<Accepted> DaemonClient::answer_freer(bool yes) {
    return ask([&] { connection_->AnswerFreer(yes); });
}
Reply<Accepted> DaemonClient::set_flare(bool on) {
    return ask([&] { connection_->SetFlare(on); });
}
Reply<Accepted> DaemonClient::answer_plan(bool accepted) {
    return ask([&] { connection_->AnswerPlan(accepted); });
}
Reply<std::int64_t> DaemonClient::erase(std::optional<Day> before) {
    return attempt([&] { return connection_->Erase(before ? to_iso(*before) : ""); });
}
Reply<bool> DaemonClient::is_running() {
    return attempt([&] { return connection_->is_running(); });
}
Reply<bool> DaemonClient::wait_for_change(std::optional<std::chrono::milliseconds> at_most, int output) {
    return attempt([&] { return connection_->wait_for_change(at_most, output); });
}
Reply<Happening> DaemonClient::wait_for_happening() {
    return attempt([&] { return connection_->wait_for_happening(); });
}

} // namespace poise
