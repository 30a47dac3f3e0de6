// SPDX-License-Identifier: GPL-3.0-or-later
// org.poise.Coach1: the process of the windows. The bus starts it for a call, and it is gone when its last window is.
#pragma once

#include "break_window.hpp"
#include "daemon_calls.hpp"

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
    bool dbus_register_vfunc(const Glib::RefPtr<Gio::DBus::Connection>& bus, const Glib::ustring& path) override;
    void dbus_unregister_vfunc(const Glib::RefPtr<Gio::DBus::Connection>& bus, const Glib::ustring& path) override;

private:
    void show(const Glib::ustring& method);
    void show_break();
    void open_break(RunningBreak running);
    void finish(std::int64_t id, HowFar how_far);
    void call(const std::string& method, const Glib::VariantContainerBase& arguments);

    Gio::DBus::InterfaceVTable methods_;
    guint registration_ = 0;
    std::optional<DaemonCalls> daemon_;
    std::unique_ptr<BreakWindow> break_window_;
    std::string notice_; // the last that the daemon told: a break that ends by it ends with its words
};

} // namespace poise::coach
