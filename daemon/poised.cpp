// SPDX-License-Identifier: GPL-3.0-or-later
#include "poised.hpp"

#include "log.hpp"
#include "own_guide.hpp"

#include <boost/asio/post.hpp>
#include <systemd/sd-daemon.h>

#include <csignal>
#include <stdexcept>

namespace poise {

namespace {

/// D: what a sense has not said so long after the start, it will not say: holds of the last life are over then.
constexpr std::chrono::seconds senses_settle_in{5};

/// What of it cannot be used is in the log; the rest goes on.
GuidePtr guide_in_force() {
    auto [guide, problems] = guide_from(own_guide_folders());
    for (const auto& problem : problems) log(problem);
    return guide;
}

Notice configuration_refused(const std::vector<std::string>& problems) {
    return {
        "configuration_refused", Urgency::normal,
        "The configuration has problems; the settings in force stay. " + problems.front() +
            (problems.size() > 1 ? " (and " + std::to_string(problems.size() - 1) + " more: poise config check)" : ""),
        false};
}

} // namespace

Poised::Poised(const Places& places)
    : configuration_{places.configuration}, journal_{places.journal}, session_bus_{open_bus(BusKind::session)},
      session_loop_{io_, *session_bus_,
                    [this](const std::string& why) {
                        log("the session bus is gone (" + why + ")");
                        stop(1);
                    }},
      service_{
          *session_bus_,
          {POISE_VERSION, places.journal.string()},
          {.post = [this](Event event, Requests::Done done) { engine_.post(std::move(event), std::move(done)); },
           .now = [this] { return clock_.now(); },
           .idle_source = [this] { return senses_.idle_source_name(); },
           .journal = [this] { return journal_.health(); },
           .reload = [this] { return reload(); },
           .set_setting = [this](const std::string& key, const std::string& value) { return set_setting(key, value); },
           .erase = [this](std::optional<Day> before) { return erase(before); },
           .doctor = [this] { return findings(); },
           .sent = [this] { session_loop_.catch_up(); }}},
      alarm_{io_, [this](const Event& event) { post(event); }},
      engine_{restore(configuration_.settings(), guide_in_force(), journal_.recent(clock_.now()), clock_.now()),
              {.io = io_,
               .clock = clock_,
               .alarm = alarm_,
               .journal = journal_,
               .announcer = service_,
               .watch_input = [this](Duration threshold) { senses_.watch_for(threshold); },
               .look_for_sleep = [this] { return sleep_watch_.look(); }}},
      clock_watch_{io_, clock_, [this](const Event& event) { post(event); }},
      senses_{{.io = io_,
               .clock = clock_,
               .session_bus = session_loop_,
               .post = [this](const Event& event) { post(event); }}},
      signals_{io_, SIGTERM, SIGINT, SIGHUP}, settling_{io_} {
    for (const auto& warning : configuration_.warnings()) log(warning);
}

int Poised::run() {
    engine_.handle(Started{});
    watch_configuration();
    senses_.start(configuration_.settings().count_input);
    service_.claim_name();
    session_loop_.catch_up();
    await_signal();
    await_settling();
    sd_notify(0, "READY=1");
    io_.run();
    engine_.handle(Stopping{});
    if (const JournalHealth health = journal_.health(); health.waiting > 0) {
        log(std::to_string(health.waiting) + " entries could not be written and are lost: " + health.trouble);
    }
    return exit_code_;
}

void Poised::post(const Event& event) { engine_.post(event); }

void Poised::watch_configuration() {
    configuration_watch_.emplace(io_, configuration_.file(), [this] { reload(); });
    // It was read before it was watched: what was saved in between is read now, and what is wrong with it told.
    reload();
}

std::vector<std::string> Poised::reload() {
    const bool counted = configuration_.settings().count_input;
    if (configuration_.read()) {
        engine_.post(SettingsChanged{configuration_.settings()});
        for (const auto& warning : configuration_.warnings()) log(warning);
    }
    report_configuration();
    const bool counts = configuration_.settings().count_input;
    if (counts != counted) senses_.count_input(counts);
    return configuration_.problems();
}

std::vector<std::string> Poised::set_setting(const std::string& key, const std::string& value) {
    auto problems = configuration_.set(key, value);
    if (problems.empty()) reload();
    return problems;
}

std::size_t Poised::erase(std::optional<Day> before) {
    const Moment now = clock_.now();
    const auto gone = before ? journal_.erase_before(*before, now) : journal_.erase_all();
    // Read when its turn comes: what was waiting to be stepped may write until then. Even where a copy could not be
    // erased the facts are gone.
    boost::asio::post(io_, [this] { engine_.handle(Erased{journal_.recent(clock_.now())}); });
    if (!gone) throw std::runtime_error{gone.error()};
    return *gone;
}

void Poised::report_configuration() {
    service_.configured({configuration_.file().string(), configuration_.exists(), configuration_.problems()});
    if (told_problems_ == configuration_.problems()) return;
    told_problems_ = configuration_.problems();
    for (const auto& problem : told_problems_) log(problem);
    if (told_problems_.empty()) {
        log("the configuration is in order again");
    } else {
        service_.tell(configuration_refused(told_problems_));
    }
}

std::vector<Finding> Poised::findings() const {
    std::vector<Finding> findings = senses_.findings();
    const auto add = [&](const char* what, bool works, const std::string& trouble, const std::string& detail) {
        findings.push_back({what, works, works ? detail : trouble});
    };
    add("picking up a saved configuration", configuration_watch_ && configuration_watch_->trouble().empty(),
        configuration_watch_ ? configuration_watch_->trouble() : "", configuration_.file().string());
    const JournalHealth health = journal_.health();
    add("journal", health.trouble.empty(), health.trouble, "written");
    return findings;
}

void Poised::await_signal() {
    signals_.async_wait([this](const boost::system::error_code& error, int signal) {
        if (error) return;
        if (signal != SIGHUP) return stop(0);
        reload();
        await_signal();
    });
}

void Poised::await_settling() {
    settling_.expires_after(senses_settle_in);
    settling_.async_wait([this](const boost::system::error_code& error) {
        if (!error) post(SensesSettled{});
    });
}

void Poised::stop(int exit_code) {
    exit_code_ = exit_code;
    sd_notify(0, "STOPPING=1");
    io_.stop();
}

} // namespace poise
