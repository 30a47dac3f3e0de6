// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon_calls.hpp"

#include <giomm/dbuserrorutils.h>

#include <utility>

namespace poise::coach {

namespace {

constexpr const char* daemon_name = "org.poise.Daemon1"; // of the bus name and of the interface
constexpr const char* daemon_path = "/org/poise/Daemon1";
constexpr const char* properties = "org.freedesktop.DBus.Properties";
constexpr const char* bus_name = "org.freedesktop.DBus";
constexpr int patience_ms = 5000; // D: nobody waits for a daemon that hangs

template <class T>
std::optional<T> child(const Glib::VariantContainerBase& arguments, gsize index) {
    if (index >= arguments.get_n_children()) return std::nullopt;
    Glib::VariantBase value;
    arguments.get_child(value, index);
    if (!value.is_of_type(Glib::Variant<T>::variant_type())) return std::nullopt;
    return Glib::VariantBase::cast_dynamic<Glib::Variant<T>>(value).get();
}

std::string text_at(const Glib::VariantContainerBase& arguments, gsize index) {
    return child<Glib::ustring>(arguments, index).value_or("");
}

} // namespace

void DaemonCalls::listen(Listener listener) {
    listener_ = std::move(listener);
    const auto hear = [this](const Glib::RefPtr<Gio::DBus::Connection>&, const Glib::ustring&, const Glib::ustring&,
                             const Glib::ustring& interface, const Glib::ustring& name,
                             const Glib::VariantContainerBase& arguments) { on_signal(interface, name, arguments); };
    subscriptions_ = {
        bus_->signal_subscribe(hear, daemon_name, daemon_name, {}, daemon_path),
        bus_->signal_subscribe(hear, daemon_name, properties, "PropertiesChanged", daemon_path, daemon_name),
        bus_->signal_subscribe(hear, bus_name, bus_name, "NameOwnerChanged", "/org/freedesktop/DBus", daemon_name),
    };
}

void DaemonCalls::stop_listening() {
    for (const guint id : std::exchange(subscriptions_, {})) bus_->signal_unsubscribe(id);
}

void DaemonCalls::on_signal(const Glib::ustring& interface, const Glib::ustring& name,
                            const Glib::VariantContainerBase& arguments) {
    if (interface == bus_name) {
        if (text_at(arguments, 2).empty()) listener_.vanished();
    } else if (interface == properties) {
        const auto changed = child<Dictionary>(arguments, 1).value_or(Dictionary{});
        const auto prompt = changed.find("Prompt");
        if (prompt != changed.end()) listener_.prompt_changed(read_break(prompt->second));
    } else if (name == "PromptEnded") {
        listener_.ended(child<gint64>(arguments, 0).value_or(0), text_at(arguments, 1));
    } else if (name == "PromptWithdrawn") {
        listener_.withdrawn(child<gint64>(arguments, 0).value_or(0), text_at(arguments, 1));
    }
}

void DaemonCalls::fetch_prompt(std::function<void(std::optional<RunningBreak>)> fetched) {
    const auto arguments = Glib::VariantContainerBase::create_tuple(
        {Glib::Variant<Glib::ustring>::create(daemon_name), Glib::Variant<Glib::ustring>::create("Prompt")});
    const auto answered = [bus = bus_, fetched = std::move(fetched)](const Glib::RefPtr<Gio::AsyncResult>& result) {
        try {
            const auto reply = bus->call_finish(result);
            Glib::Variant<Glib::VariantBase> boxed;
            reply.get_child(boxed, 0);
            fetched(read_break(boxed.get()));
        } catch (const Glib::Error&) {
            fetched(std::nullopt);
        }
    };
    bus_->call(daemon_path, properties, "Get", arguments, answered, daemon_name, patience_ms,
               Gio::DBus::CallFlags::NO_AUTO_START);
}

void DaemonCalls::call(const std::string& method, const Glib::VariantContainerBase& arguments, Done done) {
    ask(method, arguments, [done = std::move(done)](const auto&, std::optional<std::string> refusal) {
        if (done) done(std::move(refusal));
    });
}

void DaemonCalls::ask(const std::string& method, const Glib::VariantContainerBase& arguments, Answered answered) {
    const auto finished = [bus = bus_, answered = std::move(answered)](const Glib::RefPtr<Gio::AsyncResult>& result) {
        try {
            answered(bus->call_finish(result), std::nullopt);
        } catch (Glib::Error& error) {
            Gio::DBus::ErrorUtils::strip_remote_error(error);
            answered({}, std::string{error.what()});
        }
    };
    bus_->call(daemon_path, daemon_name, method, arguments, finished, daemon_name, patience_ms,
               Gio::DBus::CallFlags::NO_AUTO_START);
}

} // namespace poise::coach
