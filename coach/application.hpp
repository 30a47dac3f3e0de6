// SPDX-License-Identifier: GPL-3.0-or-later
// org.poise.Coach1: the process of the windows. The bus starts it for a call, and it is gone when its last window is.
#pragma once

#include "break_window.hpp"
#include "checkin_window.hpp"
#include "daemon_calls.hpp"
#include "introduction_window.hpp"
#include "practice_window.hpp"
#include "settings_window.hpp"
#include "workstation_window.hpp"

#include <giomm/applicationcommandline.h>
#include <giomm/dbusinterfacevtable.h>
#include <giomm/dbusintrospection.h>
#include <gtkmm/application.h>

#include <memory>
#include <optional>
#include <string>

namespace poise::coach {

class Application final : public Gtk::Application {
public:
    [[nodiscard]] static Glib::RefPtr<Application> create();

protected:
    Application();
    void on_startup() override;
    void on_activate() override;
    int on_command_line(const Glib::RefPtr<Gio::ApplicationCommandLine>& line) override;
    bool dbus_register_vfunc(const Glib::RefPtr<Gio::DBus::Connection>& bus, const Glib::ustring& path) override;
    void dbus_unregister_vfunc(const Glib::RefPtr<Gio::DBus::Connection>& bus, const Glib::ustring& path) override;

private:
    void show(const Glib::ustring& method);
    void show_break();
    void open_break(RunningBreak running);
    void show_checkin();
    void show_workstation_check();
    void show_settings();
    void show_introduction();
    void show_practice();
    /// Keeps the process, and is given up when it is closed.
    template <class Window>
    void present(Window& window);
    void finish(std::int64_t id, HowFar how_far);
    void call(const std::string& method, const Glib::VariantContainerBase& arguments);

    Gio::DBus::InterfaceVTable methods_;
    guint registration_ = 0;
    std::optional<DaemonCalls> daemon_;
    std::unique_ptr<BreakWindow> break_window_;
    std::shared_ptr<CheckinWindow> checkin_window_;
    std::unique_ptr<WorkstationWindow> workstation_window_;
    std::shared_ptr<SettingsWindow> settings_window_;
    std::shared_ptr<IntroductionWindow> introduction_window_;
    std::shared_ptr<PracticeWindow> practice_window_;
};

} // namespace poise::coach
