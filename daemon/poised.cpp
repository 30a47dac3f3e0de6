// SPDX-License-Identifier: GPL-3.0-or-later
#include "poised.hpp"

#include "log.hpp"
#include "own_unit.hpp"
#include "say.hpp"

#include <boost/asio/post.hpp>
#include <systemd/sd-daemon.h>

#include <csignal>
#include <functional>
#include <stdexcept>

namespace poise {

namespace {

/// D: what a sense has not said so long after the start, it will not say: holds of the last life are over then.
constexpr std::chrono::seconds senses_settle_in{5};

/// The journal is opened, and perhaps made, by the one daemon alone that has the name.
const std::filesystem::path& claimed(BusService& service, const std::filesystem::path& journal) {
    service.claim_name();
    return journal;
}

std::string first_of(const std::vector<std::string>& problems, const char* all) {
    if (problems.size() == 1) return problems.front();
    return tr_many("{problem} (and {count} more: {command})", "{problem} (and {count} more: {command})",
                   static_cast<std::int64_t>(problems.size()) - 1, {{"problem", problems.front()}, {"command", all}});
}

Notice configuration_refused(const std::vector<std::string>& problems) {
    return {"configuration_refused", Urgency::normal,
            tr("The configuration has problems; the settings in force stay. {problem}",
               {{"problem", first_of(problems, "poise config check")}}),
            false};
}

Notice guide_refused(const std::vector<std::string>& problems) {
    return {"guide_refused", Urgency::normal,
            tr("A file of the guide has problems and is left out; the rest goes on. {problem}",
               {{"problem", first_of(problems, "poise guide check FILE")}}),
            false};
}

} // namespace

Poised::Poised(const Places& places)
    : signals_{io_, SIGTERM, SIGINT, SIGHUP}, configuration_{places.configuration}, guide_{own_guide_folders()},
      session_bus_{open_bus(BusKind::session)}, session_loop_{io_, *session_bus_,
                                                              std::bind_front(&Poised::lose_session_bus, this)},
      service_{
          *session_bus_,
          {POISE_VERSION, places.journal.string()},
          {.post = [this](Event event, Requests::Done done) { engine_.post(std::move(event), std::move(done)); },
           .now = [this] { return clock_.now(); },
           .idle_sources = [this] { return senses_.idle_sources(); },
           .journal = [this] { return journal_.health(); },
           .reload = [this] { return reload(); },
           .set_setting = [this](const std::string& key, const std::string& value) { return set_setting(key, value); },
           .erase = [this](std::optional<Day> before) { return erase(before); },
           .doctor = [this] { return findings(); },
           .sent = [this] { session_loop_.catch_up(); }}},
      journal_{claimed(service_, places.journal)}, alarm_{io_,
                                                          [this](const Event& event) {
                                                              senses_.fetch_counts(); // while we are awake
                                                              post(event);
                                                          }},
      engine_{restore(configuration_.settings(), guide_.guide(), journal_.recent(clock_.now()), clock_.now()),
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
               .post = [this](const Event& event) { post(event); },
               .zone_set = [this] { clock_watch_.zone_told(); }}},
      settling_{io_} {
    journal_.when_read_late([this](const InForce& in_force) { take_up(in_force); });
    for (const auto& warning : configuration_.warnings()) log(warning);
}

int Poised::run() {
    engine_.handle(Started{});
    watch_configuration();
    watch_guide();
    senses_.start(configuration_.settings().count_input);
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

void Poised::lose_session_bus(const std::string& why) {
    log("the session bus is gone (" + why + ")");
    stop(1);
}

void Poised::post(const Event& event) { engine_.post(event); }

void Poised::watch_configuration() {
    configuration_watch_.emplace(io_, configuration_.file(), [this] { reload_configuration(); });
    // It was read before it was watched: what was saved in between is read now, and what is wrong with it told.
    reload_configuration();
}

void Poised::watch_guide() {
    for (const auto& place : guide_.places()) guide_watches_.emplace_back(io_, place, [this] { reload_guide(); });
    reload_guide(); // as with the configuration
}

std::vector<std::string> Poised::reload() {
    reload_configuration();
    reload_guide();
    std::vector<std::string> problems = configuration_.problems();
    problems.insert(problems.end(), guide_.problems().begin(), guide_.problems().end());
    return problems;
}

void Poised::reload_guide() {
    if (guide_.read()) engine_.post(GuideChanged{guide_.guide()});
    if (told_guide_problems_ == guide_.problems()) return;
    told_guide_problems_ = guide_.problems();
    for (const auto& problem : told_guide_problems_) log(problem);
    if (told_guide_problems_.empty()) {
        log("the guide is in order again");
    } else {
        service_.tell(guide_refused(told_guide_problems_));
    }
}

void Poised::reload_configuration() {
    const bool counted = configuration_.settings().count_input;
    if (configuration_.read()) {
        engine_.post(SettingsChanged{configuration_.settings()});
        for (const auto& warning : configuration_.warnings()) log(warning);
    }
    report_configuration();
    const bool counts = configuration_.settings().count_input;
    if (counts != counted) senses_.count_input(counts);
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

/// What the engine has begun without, as the journal could not be read. The rest of it is known after the next start.
void Poised::take_up(const InForce& in_force) {
    if (in_force.driver && in_force.driver != engine_.state().memory.driver) post(ProgrammeChosen{*in_force.driver});
    if (!in_force.red_flags.empty()) post(Screened{{in_force.red_flags.begin(), in_force.red_flags.end()}});
    if (in_force.cleared) post(Cleared{});
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
    for (const FileWatch& watch : guide_watches_) {
        if (!watch.trouble().empty()) add("picking up a changed guide", false, watch.trouble(), "");
    }
    const JournalHealth health = journal_.health();
    add("journal", health.trouble.empty(), health.trouble, "written");
    findings.push_back(find_own_unit());
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
