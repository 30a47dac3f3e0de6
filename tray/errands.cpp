// SPDX-License-Identifier: GPL-3.0-or-later
#include "errands.hpp"

#include "beside_program.hpp"
#include "say.hpp"

#include <algorithm>
#include <vector>

namespace poise::tray {

namespace {

constexpr const char* coach_name = "org.poise.Coach1"; // of the bus name and of the interface
constexpr const char* coach_path = "/org/poise/Coach1";

using Text = std::unique_ptr<char, Release<g_free>>;

/// That which belongs to this program; else whichever the shell would find.
std::string command_line_program() {
    const std::string own = beside_program("poise");
    return own.empty() ? "poise" : own;
}

GVariant* tight_today() {
    GVariantBuilder answers;
    g_variant_builder_init(&answers, G_VARIANT_TYPE("a{sv}"));
    g_variant_builder_add(&answers, "{sv}", "tight", g_variant_new_boolean(TRUE));
    return g_variant_new("(a{sv})", &answers);
}

/// The lines of Explain's reply (as), one below the other.
std::string in_lines(GVariant* reply) {
    if (g_variant_is_of_type(reply, G_VARIANT_TYPE("(as)")) == FALSE) return "";
    std::string text;
    GVariantIter* each = nullptr;
    g_variant_get(reply, "(as)", &each);
    const char* line = nullptr;
    while (g_variant_iter_next(each, "&s", &line) != FALSE) text.append(text.empty() ? "" : "\n").append(line);
    g_variant_iter_free(each);
    return text;
}

} // namespace

Errands::Errands(GDBusConnection* bus, DaemonLink& daemon, std::string version, Outlets outlets)
    : bus_{bus}, daemon_{daemon}, version_{std::move(version)}, outlets_{std::move(outlets)},
      until_gone_{g_cancellable_new()} {}

Errands::~Errands() { g_cancellable_cancel(until_gone_.get()); }

void Errands::run(const Command& command) {
    const auto in = [](std::string_view word) { return g_variant_new("(s)", std::string{word}.c_str()); };
    switch (command.verb) {
    case Verb::nothing:
    case Verb::separator: return;
    case Verb::answer: return outlets_.answer(command.answer, command.prompt);
    case Verb::begin: return ask("StartBreak", in(name(command.kind)));
    case Verb::take_posture:
        return ask("SetPosture", g_variant_new("(ss)", std::string{name(command.posture)}.c_str(), "tray"));
    case Verb::tell_tight:
        return ask("CheckIn", tight_today(), mark("Noted: today's mobility blocks take more rounds."));
    case Verb::check_in: return open_window("ShowCheckin", [this] { say_how_to_check_in(); });
    case Verb::practice: return open_window("ShowPractice", [this] { say_how_to_practise(); });
    case Verb::pause: return ask("Pause", g_variant_new("(u)", command.pause_s));
    case Verb::resume: return ask("Resume", nullptr);
    case Verb::explain: return explain();
    case Verb::report: return open_report(command.week);
    case Verb::settings: return open_window("ShowSettings", [this] { open_configuration(); });
    case Verb::introduce: return open_window("ShowIntroduction", [this] { tell_about(); });
    case Verb::about: return tell_about();
    }
}

void Errands::ask(const char* method, GVariant* arguments, const char* when_done) {
    daemon_.ask(method, arguments, [this, when_done](GVariant* result, const std::string& trouble) {
        if (result == nullptr) return outlets_.tell(not_possible(trouble));
        if (when_done != nullptr) outlets_.tell(to_read("noted", tr(when_done)));
    });
}

void Errands::explain() {
    daemon_.ask("Explain", nullptr, [this](GVariant* result, const std::string& trouble) {
        outlets_.tell(result != nullptr ? to_read("why", in_lines(result)) : not_possible(trouble));
    });
}

void Errands::ask_in_window(Kind kind, PromptId prompt) {
    open_window(kind == Kind::checkin ? "ShowCheckin" : "ShowWorkstationCheck",
                [this, prompt] { outlets_.answer(Answer::start, prompt); });
}

bool Errands::has_windows() {
    if (has_windows_) return *has_windows_;
    const Variant reply{g_dbus_connection_call_sync(
        bus_, "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", "ListActivatableNames", nullptr,
        G_VARIANT_TYPE("(as)"), G_DBUS_CALL_FLAGS_NONE, usual_timeout, nullptr, nullptr)};
    if (!reply) return false;
    const Variant names{g_variant_get_child_value(reply.get(), 0)};
    const std::unique_ptr<const char*, Release<g_free>> each{g_variant_get_strv(names.get(), nullptr)};
    has_windows_ = g_strv_contains(each.get(), coach_name) != FALSE;
    return *has_windows_;
}

void Errands::tell_headline() {
    daemon_.ask_headline([this](const std::string& headline) { outlets_.tell(to_read("headline", headline)); });
}

void Errands::introduce() {
    const auto& daemon = daemon_.view();
    const auto is_sign = [](const std::string& hold) { return parse<Sign>(hold).has_value(); };
    if (!daemon || std::ranges::any_of(daemon->holds, is_sign)) return; // in a meeting: the next login will do
    open_window("ShowIntroduction", [] {});                             // without windows it is not missed
}

void Errands::tell_about() {
    outlets_.tell(
        to_read("about", tr("Poise {version}: breaks and movement at the desk. Free software, GPL-3.0-or-later. All it "
                            "knows of you stays on this machine. Poise is no medical device.",
                            {{"version", version_}})));
}

void Errands::open_report(const std::string& week) {
    const std::string program = command_line_program();
    std::vector<const char*> words{program.c_str(), "report", "--open"};
    if (!week.empty()) words.insert(words.end(), {"--week", week.c_str()});
    words.push_back(nullptr);
    Failure failure;
    const Object<GSubprocess> report{g_subprocess_newv(
        words.data(), static_cast<GSubprocessFlags>(G_SUBPROCESS_FLAGS_STDOUT_SILENCE | G_SUBPROCESS_FLAGS_STDERR_PIPE),
        failure.out())};
    if (!report) return outlets_.tell(not_possible(failure.text()));
    g_subprocess_communicate_utf8_async(report.get(), nullptr, until_gone_.get(), on_report_ended, this);
}

void Errands::on_report_ended(GObject* report, GAsyncResult* result, gpointer self) noexcept {
    Failure failure;
    char* said = nullptr;
    g_subprocess_communicate_utf8_finish(G_SUBPROCESS(report), result, nullptr, &said, failure.out());
    const Text trouble{said};
    if (failure.is(G_IO_ERROR, G_IO_ERROR_CANCELLED)) return; // the errands are no more
    if (g_subprocess_get_successful(G_SUBPROCESS(report)) != FALSE) return;
    static_cast<Errands*>(self)->outlets_.tell(not_possible(trouble ? g_strchomp(trouble.get()) : failure.text()));
}

void Errands::open_window(const char* method, Otherwise otherwise) {
    g_dbus_connection_call(bus_, coach_name, coach_path, coach_name, method, nullptr, nullptr, G_DBUS_CALL_FLAGS_NONE,
                           usual_timeout, until_gone_.get(), on_window_asked, new Otherwise{std::move(otherwise)});
}

void Errands::on_window_asked(GObject* bus, GAsyncResult* result, gpointer user_data) noexcept {
    const std::unique_ptr<Otherwise> otherwise{static_cast<Otherwise*>(user_data)};
    Failure failure;
    const Variant reply{g_dbus_connection_call_finish(G_DBUS_CONNECTION(bus), result, failure.out())};
    if (reply || failure.is(G_IO_ERROR, G_IO_ERROR_CANCELLED)) return;
    // Not installed, an older one, or it does not start: the person is to get on in any case.
    if (!failure.is(G_DBUS_ERROR, G_DBUS_ERROR_SERVICE_UNKNOWN) &&
        !failure.is(G_DBUS_ERROR, G_DBUS_ERROR_UNKNOWN_METHOD)) {
        g_printerr("poise-tray: poise-coach shows no window: %s\n", failure.text().c_str());
    }
    (*otherwise)();
}

void Errands::say_how_to_check_in() const {
    outlets_.tell(to_read("check_in", tr("There is no window for it here. In a terminal: poise checkin --pain 3 "
                                         "--tension 4 (0 to 10, all of it optional).")));
}

void Errands::say_how_to_practise() const {
    outlets_.tell(to_read("practice", tr("There is no window for it here. In a terminal: poise plan, poise levers, "
                                         "poise task, poise flare or poise freer.")));
}

void Errands::open_configuration() {
    const auto& daemon = daemon_.view();
    if (!daemon || !daemon->configuration_exists) {
        return outlets_.tell(
            to_read("settings", tr("Every setting has its default. To change one, in a terminal: poise "
                                   "config show, then poise config set.")));
    }
    Failure failure;
    const Text uri{g_filename_to_uri(daemon->configuration.c_str(), nullptr, failure.out())};
    if (!uri) return outlets_.tell(not_possible(failure.text()));
    g_app_info_launch_default_for_uri_async(uri.get(), nullptr, until_gone_.get(), on_file_opened, this);
}

void Errands::on_file_opened(GObject*, GAsyncResult* result, gpointer self) noexcept {
    Failure failure;
    const bool is_opened = g_app_info_launch_default_for_uri_finish(result, failure.out()) != FALSE;
    if (is_opened || failure.is(G_IO_ERROR, G_IO_ERROR_CANCELLED)) return;
    const auto* errands = static_cast<Errands*>(self);
    const auto& daemon = errands->daemon_.view();
    errands->outlets_.tell(
        to_read("settings", tr("No program opens the settings ({why}). They are in {file}.",
                               {{"why", failure.text()}, {"file", daemon ? daemon->configuration : "poise.toml"}})));
}

} // namespace poise::tray
