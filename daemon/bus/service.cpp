// SPDX-License-Identifier: GPL-3.0-or-later
#include "service.hpp"

#include "arguments.hpp"
#include "coach_call.hpp"
#include "dictionaries.hpp"
#include "errors.hpp"
#include "names.hpp"
#include "pending_replies.hpp"
#include "presenters.hpp"
#include "say.hpp"
#include "sdbus.hpp"
#include "variants.hpp"

#include "poise/status.hpp"

#include <daemon_adaptor.hpp>

#include <stdexcept>
#include <utility>

namespace poise {

namespace {

template <class T>
T accept(Checked<T> argument) {
    if (!argument) throw bus_error(error_invalid_argument, argument.error());
    return *std::move(argument);
}

std::vector<std::string> in_utf8(std::vector<std::string> lines) {
    for (auto& line : lines) line = to_utf8(line);
    return lines;
}

/// Telling clients that are gone, over a connection that is gone, is no error: the loop reports that by itself.
template <class Emit>
void quietly(Emit emit) noexcept {
    try {
        emit();
    } catch (const std::exception&) {
    }
}

using Adaptor = sdbus::AdaptorInterfaces<org::poise::Daemon1_adaptor>;
using Reply = sdbus::Result<>;

} // namespace

class BusService::Exported final : public Adaptor {
public:
    Exported(sdbus::IConnection& connection, About about, Requests requests)
        : Adaptor{connection, sdbus::ObjectPath{daemon_object_path}}, about_{std::move(about)}, requests_{std::move(
                                                                                                    requests)},
          presenters_{connection, [this](std::size_t count) { count_presenters(count); }}, coach_{connection},
          pending_{requests_.sent} {
        registerAdaptor();
    }
    ~Exported() { unregisterAdaptor(); }
    Exported(const Exported&) = delete;
    Exported& operator=(const Exported&) = delete;

    void claim_name() {
        request_name(getObject().getConnection(), daemon_bus_name);
        sent();
    }
    void sent() const { requests_.sent(); }

    void publish(Published after) {
        const auto names = differences(published_, after);
        published_ = std::move(after);
        if (names.empty()) return;
        emit_properties_changed(getObject(), daemon_interface, names);
        sent();
    }
    void configured(ConfigurationReport report) {
        Published after = published_;
        after.configuration = std::move(report);
        publish(std::move(after));
    }
    void tell(const poise::Notice& notice) {
        emitNotice(to_utf8(notice.id), std::string{name(notice.urgency)}, to_utf8(notice.text), notice.is_private);
        sent();
        if (published_.presenters > 0) return;
        std::erase_if(unheard_, [&](const poise::Notice& other) { return other.id == notice.id; });
        unheard_.push_back(notice);
    }
    void show(const poise::Prompt& prompt, bool again) { to_show_ = {prompt.id, again}; }
    void changed(const State& state) {
        state_ = &state;
        Published after = published(published_, state, requests_.idle_sources(), requests_.journal());
        const auto to_show = std::exchange(to_show_, std::nullopt);
        if (to_show && after.prompt && after.prompt->prompt.id == to_show->id) {
            emitPromptShown(to_dictionary(*after.prompt), to_show->again);
            sent();
        }
        const bool begins = is_guided_break(after) && !is_guided_break(published_);
        publish(std::move(after));
        if (begins && state.settings.coach) {
            coach_.show_break();
            sent();
        }
    }

private:
    // What clients ask for. Everything that changes something is posted, and answered when it has been stepped.

    Dictionary RegisterPresenter() override {
        return answering([&] {
            presenters_.add(sender_of_call(getObject()));
            return Prompt();
        });
    }
    void ConfirmShown(Reply&& reply, int64_t id) override {
        if (id == 0) throw bus_error(error_invalid_argument, tr("id: 0 (expected the id of the prompt that is shown)"));
        post(std::move(reply), [&] { return PromptConfirmed{*existing(id)}; });
    }
    void Start(Reply&& reply, int64_t id) override { answer(std::move(reply), Answer::start, id); }
    void Skip(Reply&& reply, int64_t id) override { answer(std::move(reply), Answer::skip, id); }
    void Done(Reply&& reply, int64_t id) override { answer(std::move(reply), Answer::done, id); }
    void Partly(Reply&& reply, int64_t id) override { answer(std::move(reply), Answer::partly, id); }
    void TooPainful(Reply&& reply, int64_t id, int32_t pain) override {
        post(std::move(reply), [&] { return poise::TooPainful{existing(id), accept(checked_pain(pain))}; });
    }
    void AtPart(const int64_t& id, const uint32_t& part) override {
        answering([&] { at_part(existing(id), part); });
    }
    Dictionary Preview(const std::string& kind) override {
        return answering([&] {
            const Moment now = requests_.now();
            const auto prompt = preview(*state_, accept(checked_kind(kind)), now);
            if (!prompt) throw bus_error(error_refused, prompt.error());
            const poise::Posture posture = state_->memory.posture;
            return to_dictionary(*prompt, prompt_text(*prompt, posture, *state_->guide), *state_->guide);
        });
    }
    void Snooze(Reply&& reply, int64_t id, uint32_t seconds) override {
        answer(std::move(reply), Answer::snooze, id, length_asked(seconds));
    }
    void StartBreak(Reply&& reply, std::string kind) override {
        post(std::move(reply), [&] { return BreakAsked{accept(checked_kind(kind))}; });
    }
    void Pause(Reply&& reply, uint32_t seconds) override {
        post(std::move(reply), [&] { return PauseAsked{length_asked(seconds)}; });
    }
    void Resume(Reply&& reply) override {
        post(std::move(reply), [] { return PauseEnded{}; });
    }
    void SetPosture(Reply&& reply, std::string posture, std::string source) override {
        post(std::move(reply), [&] {
            return PostureConfirmed{accept(checked_posture(posture)), accept(checked_source(source))};
        });
    }
    void CheckIn(Reply&& reply, std::map<std::string, sdbus::Variant> answers) override {
        post(std::move(reply), [&] { return CheckedIn{accept(checked_answers(answers, *state_->guide))}; });
    }
    void Screen(Reply&& reply, std::vector<std::string> flags) override {
        post(std::move(reply), [&] { return Screened{accept(checked_flags(flags, *state_->guide))}; });
    }
    void ClearScreen(Reply&& reply) override {
        post(std::move(reply), [] { return Cleared{}; });
    }
    void ChooseProgramme(Reply&& reply, std::string driver) override {
        post(std::move(reply), [&] { return ProgrammeChosen{accept(checked_driver(driver))}; });
    }
    void NoteIntroduction(Reply&& reply) override {
        post(std::move(reply), [] { return poise::Introduced{}; });
    }
    void NameKeyTask(Reply&& reply, std::string task) override {
        post(std::move(reply), [&] { return KeyTaskNamed{accept(checked_task(task))}; });
    }
    void NameLevers(Reply&& reply, std::string mobility, std::string strength) override {
        post(std::move(reply), [&] {
            return LeversNamed{{accept(checked_lever("mobility", mobility, *state_->guide)),
                                accept(checked_lever("strength", strength, *state_->guide))}};
        });
    }
    void AnswerFreer(Reply&& reply, bool yes) override {
        post(std::move(reply), [&] { return FreerAnswered{yes}; });
    }
    void SetFlare(Reply&& reply, bool on) override {
        post(std::move(reply), [&] { return FlareAsked{on}; });
    }
    void AnswerPlan(Reply&& reply, bool accepted) override {
        post(std::move(reply), [&] { return PlanAnswered{accepted}; });
    }
    int64_t Erase(const std::string& before) override {
        return answering([&] { return static_cast<std::int64_t>(requests_.erase(accept(checked_day(before)))); });
    }

    std::vector<std::string> Reload() override {
        return answering([&] { return in_utf8(requests_.reload()); });
    }
    std::vector<std::string> SetSetting(const std::string& key, const std::string& value) override {
        return answering([&] { return in_utf8(requests_.set_setting(key, value)); });
    }
    std::vector<std::string> Explain() override {
        return answering([&] { return in_utf8(explain(*state_, requests_.now())); });
    }
    std::vector<Dictionary> Kinds() override {
        return answering([&] {
            const Moment now = requests_.now();
            std::vector<Dictionary> kinds;
            for (const auto& kind : status_of(*state_, now).kinds) kinds.push_back(to_dictionary(kind, now));
            return kinds;
        });
    }
    std::vector<sdbus::Struct<std::string, bool, std::string>> Doctor() override {
        return answering([&] {
            std::vector<sdbus::Struct<std::string, bool, std::string>> findings;
            for (const auto& [what, works, detail] : requests_.doctor()) {
                findings.emplace_back(to_utf8(what), works, to_utf8(detail));
            }
            return findings;
        });
    }

    // Properties: what was published last, so that a reading and a signal never contradict each other.

    std::string Version() override { return about_.version; }
    std::string Presence() override { return std::string{name(published_.presence)}; }
    int64_t PresenceSince() override { return published_.presence_since.utc; }
    std::string Posture() override { return std::string{name(published_.posture)}; }
    double Bout() override {
        return answering([&] { return to_seconds(status_of(*state_, requests_.now()).bout); });
    }
    std::string Headline() override {
        return answering([&] { return to_utf8(headline(*state_, requests_.now())); });
    }
    Dictionary Prompt() override { return published_.prompt ? to_dictionary(*published_.prompt) : Dictionary{}; }
    Dictionary Next() override { return published_.next ? to_dictionary(*published_.next) : Dictionary{}; }
    std::vector<std::string> Holds() override {
        std::vector<std::string> names;
        for (const Block hold : published_.holds) names.emplace_back(name(hold));
        return names;
    }
    int64_t PausedUntil() override { return published_.paused_until ? published_.paused_until->utc : 0; }
    bool ExerciseOff() override { return published_.exercise_off; }
    bool Introduced() override { return published_.introduced; }
    Dictionary IdleSource() override { return to_dictionary(published_.idle_source); }
    uint32_t Presenters() override { return published_.presenters; }
    Dictionary Journal() override { return to_dictionary(published_.journal, about_.journal_path); }
    Dictionary Configuration() override { return to_dictionary(published_.configuration); }

    static bool is_guided_break(const Published& published) {
        return published.prompt && published.prompt->phase == Phase::running &&
               is_guided(published.prompt->prompt.kind);
    }
    void answer(Reply&& reply, Answer given, int64_t id, std::optional<Duration> snooze = std::nullopt) {
        post(std::move(reply), [&] { return Answered{given, existing(id), snooze}; });
    }
    static std::optional<Duration> length_asked(uint32_t seconds) {
        return seconds == 0 ? std::nullopt : std::optional<Duration>{std::chrono::seconds{seconds}};
    }
    /// An id that was never given out is a mistake of the caller; one that is over is for the core to refuse.
    std::optional<PromptId> existing(int64_t id) const {
        const auto checked = accept(checked_prompt_id(id));
        if (checked && *checked >= state_->memory.next_prompt) {
            throw bus_error(error_not_found,
                            tr("id: there has never been a prompt {id}", {{"id", std::to_string(id)}}));
        }
        return checked;
    }
    void at_part(std::optional<PromptId> id, uint32_t part) {
        if (!published_.prompt) throw bus_error(error_refused, tr("no prompt is open"));
        const auto& prompt = published_.prompt->prompt;
        if (id && prompt.id != *id) throw bus_error(error_refused, tr("that prompt is over"));
        if (part >= prompt.drills.size()) {
            throw bus_error(error_invalid_argument, "part: " + std::to_string(part) +
                                                        " (expected less than the number of parts, " +
                                                        std::to_string(prompt.drills.size()) + ")");
        }
        Published after = published_;
        after.prompt->part = part;
        publish(std::move(after));
    }
    /// Bad arguments are answered at once, by what make_event throws.
    template <class MakeEvent>
    void post(Reply&& reply, MakeEvent make_event) {
        answering([&] {
            Event event = make_event();
            quietly([&] { requests_.post(std::move(event), pending_.keep(std::move(reply))); });
        });
    }
    void count_presenters(std::size_t count) {
        Published after = published_;
        after.presenters = static_cast<uint32_t>(count);
        const bool had_any = published_.presenters > 0;
        quietly([&] { publish(std::move(after)); });
        if (had_any == (count > 0)) return;
        quietly([&] {
            requests_.post(ClientsChanged{count > 0}, [this](const std::optional<std::string>&) { tell_unheard(); });
        });
    }
    void tell_unheard() {
        if (published_.presenters == 0) return;
        for (const poise::Notice& notice : std::exchange(unheard_, {})) quietly([&] { tell(notice); });
    }

    struct ToShow {
        PromptId id;
        bool again;
    };

    const State before_the_first_step_ = [] {
        State state;
        state.guide = std::make_shared<const Guide>();
        return state;
    }();
    const State* state_ = &before_the_first_step_; // valid until the next changed(), as the port promises
    About about_;
    Requests requests_;
    Published published_;
    std::optional<ToShow> to_show_;
    std::vector<poise::Notice> unheard_; // told while nobody was there to show it; the last of each id
    class Presenters presenters_;
    CoachCall coach_;
    PendingReplies pending_;
};

BusService::BusService(sdbus::IConnection& connection, About about, Requests requests) try
    : exported_{std::make_unique<Exported>(connection, std::move(about), std::move(requests))} {
} catch (const sdbus::Error& error) {
    throw std::runtime_error{"poised cannot offer " + std::string{daemon_object_path} +
                             " on the session bus: " + error.getMessage()};
}

BusService::~BusService() = default;

void BusService::claim_name() {
    try {
        exported_->claim_name();
    } catch (const sdbus::Error& error) {
        throw std::runtime_error{std::string{daemon_bus_name} +
                                 " cannot be had on the session bus, is another poised running? " + error.getMessage()};
    }
}

void BusService::configured(ConfigurationReport report) {
    quietly([&] { exported_->configured(std::move(report)); });
}
void BusService::show(const Prompt& prompt, bool again) { exported_->show(prompt, again); }
void BusService::withdraw(PromptId id, Why why) {
    quietly([&] {
        exported_->emitPromptWithdrawn(id, std::string{name(why)});
        exported_->sent();
    });
}
void BusService::tell(const Notice& notice) {
    quietly([&] { exported_->tell(notice); });
}
void BusService::ended(PromptId id, Outcome outcome) {
    quietly([&] {
        exported_->emitPromptEnded(id, std::string{name(outcome)});
        exported_->sent();
    });
}
void BusService::changed(const State& state) {
    quietly([&] { exported_->changed(state); });
}

} // namespace poise
