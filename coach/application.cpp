// SPDX-License-Identifier: GPL-3.0-or-later
#include "application.hpp"

#include "checkin_wire.hpp"
#include "command_words.hpp"
#include "file_text.hpp"
#include "introduction_wire.hpp"
#include "own_files.hpp"
#include "practice_wire.hpp"
#include "say.hpp"
#include "style.hpp"
#include "xdg_paths.hpp"

#include <glibmm/main.h>

#include <utility>

namespace poise::coach {

namespace {

constexpr const char* coach_name = "org.poise.Coach1"; // of the bus name and of the interface
constexpr const char* interface_xml = R"(<node><interface name="org.poise.Coach1">
<method name="ShowBreak"/>
<method name="ShowCheckin"/>
<method name="ShowWorkstationCheck"/>
<method name="ShowSettings"/>
<method name="ShowIntroduction"/>
<method name="ShowPractice"/>
</interface></node>)";

const char* method_of(HowFar how_far) {
    switch (how_far) {
    case HowFar::done: return "Done";
    case HowFar::partly: return "Partly";
    case HowFar::not_now: return "Skip";
    }
    return "";
}

/// Of SetSetting: those of the value, or why the daemon could not be asked.
std::vector<std::string> problems_in(const Glib::VariantContainerBase& reply, const std::optional<std::string>& refusal,
                                     const std::string& file) {
    if (refusal) return {tr("Not saved: {why}", {{"why", *refusal}})};
    Glib::Variant<std::vector<Glib::ustring>> lines;
    reply.get_child(lines, 0);
    std::vector<std::string> problems;
    for (const auto& line : lines.get()) problems.push_back(without_place(line.raw(), file));
    return problems;
}

} // namespace

Glib::RefPtr<Application> Application::create() { return Glib::make_refptr_for_instance(new Application{}); }

Application::Application()
    : Gtk::Application{coach_name, Gio::Application::Flags::HANDLES_COMMAND_LINE},
      methods_{[this](const auto&, const auto&, const auto&, const auto&, const Glib::ustring& method, const auto&,
                      const Glib::RefPtr<Gio::DBus::MethodInvocation>& invocation) {
          invocation->return_value({});
          show(method);
      }} {}

bool Application::dbus_register_vfunc(const Glib::RefPtr<Gio::DBus::Connection>& bus, const Glib::ustring& path) {
    if (!Gtk::Application::dbus_register_vfunc(bus, path)) return false;
    const auto node = Gio::DBus::NodeInfo::create_for_xml(interface_xml);
    registration_ = bus->register_object(path, node->lookup_interface(coach_name), methods_);
    return true;
}

void Application::dbus_unregister_vfunc(const Glib::RefPtr<Gio::DBus::Connection>& bus, const Glib::ustring& path) {
    if (const guint id = std::exchange(registration_, 0); id != 0) bus->unregister_object(id);
    Gtk::Application::dbus_unregister_vfunc(bus, path);
}

void Application::on_startup() {
    Gtk::Application::on_startup();
    apply_style();
    const auto bus = get_dbus_connection();
    if (!bus) return;
    follow_color_scheme(bus);
    daemon_.emplace(bus);
    daemon_->listen({
        .prompt_changed =
            [this](std::optional<RunningBreak> prompt) {
                if (prompt && break_window_ && prompt->id == break_window_->id()) {
                    break_window_->prompt_changed(*prompt);
                }
            },
        .ended =
            [this](std::int64_t id, const std::string& outcome) {
                if (break_window_ && break_window_->id() == id && outcome != "withdrawn") break_window_->ended(outcome);
            },
        .withdrawn =
            [this](std::int64_t id, const std::string&) {
                if (break_window_ && break_window_->id() == id) break_window_->withdrawn();
            },
        .vanished = [] {}, // a break goes on without; what is answered then is lost, as with the notification
    });
}

void Application::on_activate() { show(method_to_show("")); }

int Application::on_command_line(const Glib::RefPtr<Gio::ApplicationCommandLine>& line) {
    int count = 0;
    char** words = line->get_arguments(count);
    show(method_to_show(count > 1 ? words[1] : ""));
    g_strfreev(words);
    return 0;
}

void Application::show(const Glib::ustring& method) {
    if (method == "ShowBreak") show_break();
    if (method == "ShowCheckin") show_checkin();
    if (method == "ShowWorkstationCheck") show_workstation_check();
    if (method == "ShowSettings") show_settings();
    if (method == "ShowIntroduction") show_introduction();
    if (method == "ShowPractice") show_practice();
}

void Application::show_break() {
    if (!daemon_) return;
    hold(); // until it is known whether there is one
    daemon_->fetch_prompt([this](std::optional<RunningBreak> prompt) {
        if (prompt && prompt->phase == "running") open_break(std::move(*prompt));
        release();
    });
}

void Application::open_break(RunningBreak running) {
    if (break_window_ && break_window_->id() == running.id) return break_window_->present();
    const std::int64_t running_id = running.id;
    break_window_ = std::make_unique<BreakWindow>(
        std::move(running),
        BreakWindow::Outlets{
            .finish = [this](std::int64_t id, HowFar how_far) { finish(id, how_far); },
            .too_painful =
                [this](std::int64_t id, std::optional<int> pain) {
                    call("TooPainful", arguments<gint64, gint32>(id, pain.value_or(-1)));
                },
            .screen = make_screen(*daemon_,
                                  [this, running_id] { return break_window_ && break_window_->id() == running_id; }),
            .at_part =
                [this](std::int64_t id, std::size_t part) {
                    call("AtPart", arguments<gint64, guint32>(id, static_cast<guint32>(part)));
                },
            .red_flags = red_flag_questions,
        });
    present(break_window_);
}

template <class Window>
void Application::present(Window& window) {
    add_window(*window);
    window->signal_hide().connect([&window] {
        // Not from within its own signal.
        Glib::signal_idle().connect_once([&window] { window.reset(); });
    });
    window->present();
}

void Application::show_checkin() {
    if (!daemon_) return;
    if (checkin_window_) return checkin_window_->present();
    checkin_window_ = make_checkin(*daemon_);
    present(checkin_window_);
}

void Application::show_workstation_check() {
    if (!daemon_) return;
    if (workstation_window_) return workstation_window_->present();
    workstation_window_ = std::make_unique<WorkstationWindow>(guide_in_force()->workstation, [this] {
        call("StartBreak", arguments(Glib::ustring{"workstation_check"})); // its prompt too, where one is open
    });
    present(workstation_window_);
}

void Application::show_settings() {
    if (!daemon_) return;
    if (settings_window_) return settings_window_->present();
    const auto path = configuration_path();
    const std::string file = path ? path->string() : "";
    const auto text = read_file(file); // none: the defaults are in force
    settings_window_ = std::make_shared<SettingsWindow>(
        form_of(text ? *text : ""),
        [this, file](const std::string& key, const std::string& value, SettingsWindow::Saved saved) {
            // The window may be closed before the answer is there.
            daemon_->ask("SetSetting", arguments(Glib::ustring{key}, Glib::ustring{value}),
                         [file, window = std::weak_ptr{settings_window_},
                          saved = std::move(saved)](const auto& reply, const auto& refusal) {
                             if (!window.expired()) saved(problems_in(reply, refusal, file));
                         });
        });
    present(settings_window_);
}

void Application::show_introduction() {
    if (!daemon_) return;
    if (introduction_window_) return introduction_window_->present();
    introduction_window_ = make_introduction(*daemon_);
    present(introduction_window_);
    call("NoteIntroduction", {});
}

void Application::show_practice() {
    if (!daemon_) return;
    if (practice_window_) return practice_window_->present();
    practice_window_ = make_practice(*daemon_);
    present(practice_window_);
}

void Application::finish(std::int64_t id, HowFar how_far) { call(method_of(how_far), arguments<gint64>(id)); }

void Application::call(const std::string& method, const Glib::VariantContainerBase& arguments) {
    hold(); // the window may be gone before the answer has arrived
    daemon_->call(method, arguments, [this, method](const std::optional<std::string>& refusal) {
        if (refusal) g_printerr("poise-coach: %s: %s\n", method.c_str(), refusal->c_str());
        release();
    });
}

} // namespace poise::coach
