// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon_link.hpp"

#include "say.hpp"
#include "wire.hpp"

#include <limits>
#include <string_view>

namespace poise::tray {

namespace {

constexpr const char* daemon_name = "org.poise.Daemon1"; // of the bus name and of the interface
constexpr const char* daemon_path = "/org/poise/Daemon1";
constexpr const char* properties_interface = "org.freedesktop.DBus.Properties";

constexpr int headline_timeout_ms = 1000;                   // a panel waits for it
constexpr int no_timeout = std::numeric_limits<int>::max(); // it ends with the daemon

const char* method_of(Answer answer) {
    switch (answer) {
    case Answer::start: return "Start";
    case Answer::snooze: return "Snooze";
    case Answer::skip: return "Skip";
    case Answer::done: return "Done";
    case Answer::partly: return "Partly";
    }
    return "";
}

/// Of the replies to calls of a link that is no more, and of a daemon that left, nobody needs to hear.
bool is_worth_a_line(const Failure& failure) {
    return !failure.is(G_IO_ERROR, G_IO_ERROR_CANCELLED) && !failure.is(G_DBUS_ERROR, G_DBUS_ERROR_NO_REPLY) &&
           !failure.is(G_DBUS_ERROR, G_DBUS_ERROR_SERVICE_UNKNOWN) &&
           failure.remote_name() != "org.poise.Error.Refused";
}

Variant finish(GObject* bus, GAsyncResult* result, Failure& failure) {
    return Variant{g_dbus_connection_call_finish(G_DBUS_CONNECTION(bus), result, failure.out())};
}

Variant first_of(GVariant* arguments) { return Variant{g_variant_get_child_value(arguments, 0)}; }

/// The values in the arguments of PropertiesChanged, or null.
Variant changed_properties(GVariant* arguments) {
    if (g_variant_is_of_type(arguments, G_VARIANT_TYPE("(sa{sv}as)")) == FALSE) return nullptr;
    return Variant{g_variant_get_child_value(arguments, 1)};
}

} // namespace

DaemonLink::DaemonLink(GDBusConnection* bus, Listener listener)
    : bus_{bus}, listener_{std::move(listener)}, until_gone_{g_cancellable_new()},
      signals_{bus, g_dbus_connection_signal_subscribe(bus, daemon_name, daemon_name, nullptr, daemon_path, nullptr,
                                                       G_DBUS_SIGNAL_FLAGS_NONE, on_signal, this, nullptr)},
      properties_{bus, g_dbus_connection_signal_subscribe(bus, daemon_name, properties_interface, "PropertiesChanged",
                                                          daemon_path, daemon_name, G_DBUS_SIGNAL_FLAGS_NONE, on_signal,
                                                          this, nullptr)},
      daemon_{g_bus_watch_name_on_connection(bus, daemon_name, G_BUS_NAME_WATCHER_FLAGS_AUTO_START, on_name_appeared,
                                             on_name_vanished, this, nullptr)} {}

DaemonLink::~DaemonLink() { g_cancellable_cancel(until_gone_.get()); }

void DaemonLink::call(const char* interface, const char* method, GVariant* arguments, int timeout_ms, Reply reply) {
    g_dbus_connection_call(bus_, daemon_name, daemon_path, interface, method, arguments, nullptr,
                           G_DBUS_CALL_FLAGS_NO_AUTO_START, timeout_ms, until_gone_.get(), on_replied,
                           new Reply{std::move(reply)});
}

void DaemonLink::on_replied(GObject* bus, GAsyncResult* result, gpointer user_data) noexcept {
    const std::unique_ptr<Reply> reply{static_cast<Reply*>(user_data)};
    Failure failure;
    const Variant value = finish(bus, result, failure);
    if (failure.is(G_IO_ERROR, G_IO_ERROR_CANCELLED)) return;
    const std::string trouble = failure ? failure.text() : "";
    (*reply)(value.get(), trouble);
}

void DaemonLink::confirm_shown(PromptId id) {
    g_dbus_connection_call(bus_, daemon_name, daemon_path, daemon_name, "ConfirmShown", g_variant_new("(x)", id),
                           nullptr, G_DBUS_CALL_FLAGS_NO_AUTO_START, usual_timeout, until_gone_.get(), on_confirmed,
                           nullptr);
}

void DaemonLink::answer(Answer answer, PromptId id) {
    GVariant* arguments = answer == Answer::snooze ? g_variant_new("(xu)", id, guint32{0}) : g_variant_new("(x)", id);
    ask(method_of(answer), arguments, [this, answer, id](GVariant* result, const std::string& trouble) {
        if (result == nullptr) listener_.answer_refused(answer, id, trouble);
    });
}

void DaemonLink::ask(const char* method, GVariant* arguments, Reply reply) {
    call(daemon_name, method, arguments, usual_timeout, std::move(reply));
}

void DaemonLink::ask_headline(std::function<void(const std::string&)> told) {
    call(properties_interface, "Get", g_variant_new("(ss)", daemon_name, "Headline"), headline_timeout_ms,
         [told = std::move(told)](GVariant* result, const std::string&) {
             told(result != nullptr ? read_text(result) : tr("Poise does not answer."));
         });
}

void DaemonLink::read_properties(GVariant* properties) {
    const DaemonView before = *view_;
    update(*view_, properties);
    if (view_->next != before.next) listener_.next_changed(view_->next);
    if (*view_ != before) listener_.view_changed();
}

void DaemonLink::on_name_appeared(GDBusConnection* bus, const char*, const char*, gpointer self) noexcept {
    auto* link = static_cast<DaemonLink*>(self);
    g_dbus_connection_call(bus, daemon_name, daemon_path, daemon_name, "RegisterPresenter", nullptr,
                           G_VARIANT_TYPE("(a{sv})"), G_DBUS_CALL_FLAGS_NO_AUTO_START, no_timeout,
                           link->until_gone_.get(), on_registered, link);
    link->call(properties_interface, "GetAll", g_variant_new("(s)", daemon_name), no_timeout,
               [link](GVariant* result, const std::string&) {
                   if (result == nullptr) return; // it has left again
                   if (g_variant_is_of_type(result, G_VARIANT_TYPE("(a{sv})")) == FALSE) return;
                   link->view_.emplace();
                   update(*link->view_, first_of(result).get());
                   link->listener_.next_changed(link->view_->next);
                   link->listener_.view_changed();
                   if (!link->view_->introduced) link->listener_.unintroduced();
               });
}

void DaemonLink::on_name_vanished(GDBusConnection*, const char*, gpointer self) noexcept {
    auto* link = static_cast<DaemonLink*>(self);
    link->view_.reset();
    link->listener_.vanished();
    link->listener_.view_changed();
}

void DaemonLink::on_registered(GObject* bus, GAsyncResult* result, gpointer self) noexcept {
    Failure failure;
    const Variant reply = finish(bus, result, failure);
    if (reply) {
        static_cast<DaemonLink*>(self)->listener_.appeared(read_prompt(first_of(reply.get()).get()));
    } else if (is_worth_a_line(failure)) {
        g_printerr("poise-tray: the daemon does not let it show prompts: %s\n", failure.text().c_str());
    }
}

void DaemonLink::on_confirmed(GObject* bus, GAsyncResult* result, gpointer) noexcept {
    Failure failure;
    const Variant reply = finish(bus, result, failure);
    if (!reply && is_worth_a_line(failure)) {
        g_printerr("poise-tray: the daemon does not accept that a prompt was shown: %s\n", failure.text().c_str());
    }
}

void DaemonLink::on_signal(GDBusConnection*, const char*, const char*, const char* interface, const char* signal,
                           GVariant* arguments, gpointer self) noexcept {
    auto* link = static_cast<DaemonLink*>(self);
    const Listener& listener = link->listener_;
    const std::string_view name{signal};
    if (std::string_view{interface} == properties_interface) {
        const Variant changed = changed_properties(arguments);
        if (!changed) return;
        const Variant prompt{g_variant_lookup_value(changed.get(), "Prompt", G_VARIANT_TYPE("a{sv}"))};
        if (prompt) listener.prompt_changed(read_prompt(prompt.get()));
        if (link->view_) link->read_properties(changed.get());
    } else if (name == "PromptShown" && g_variant_is_of_type(arguments, G_VARIANT_TYPE("(a{sv}b)")) != FALSE) {
        if (auto prompt = read_prompt(first_of(arguments).get())) listener.prompt_shown(std::move(*prompt));
    } else if ((name == "PromptWithdrawn" || name == "PromptEnded") &&
               g_variant_is_of_type(arguments, G_VARIANT_TYPE("(xs)")) != FALSE) {
        const Variant second{g_variant_get_child_value(arguments, 1)};
        const auto outcome =
            name == "PromptEnded" ? parse<Outcome>(g_variant_get_string(second.get(), nullptr)) : std::nullopt;
        listener.prompt_ended(g_variant_get_int64(first_of(arguments).get()), outcome);
    } else if (name == "Notice" && g_variant_is_of_type(arguments, G_VARIANT_TYPE("(sssb)")) != FALSE) {
        listener.noticed(read_notice(arguments));
    }
}

} // namespace poise::tray
