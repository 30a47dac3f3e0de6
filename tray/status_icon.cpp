// SPDX-License-Identifier: GPL-3.0-or-later
#include "status_icon.hpp"

#include "beside_program.hpp"
#include "menu.hpp"

#include <array>
#include <stdexcept>
#include <string_view>

namespace poise::tray {

namespace {

constexpr const char* item_path = "/StatusNotifierItem"; // where panels look for it under a bus name
constexpr const char* item_interface = "org.kde.StatusNotifierItem";
// The folder itself and no icon theme's, since hicolor does not list it for symbolic icons in every version.
constexpr const char* icons = "../share/icons/hicolor/symbolic/status";

// What of the specification panels use: no pixmaps, since the icons have names, and nothing to scroll.
constexpr const char* item_xml = R"xml(<node><interface name="org.kde.StatusNotifierItem">
<property name="Category" type="s" access="read"/><property name="Id" type="s" access="read"/>
<property name="Title" type="s" access="read"/><property name="Status" type="s" access="read"/>
<property name="IconName" type="s" access="read"/><property name="IconAccessibleDesc" type="s" access="read"/>
<property name="AttentionIconName" type="s" access="read"/>
<property name="AttentionAccessibleDesc" type="s" access="read"/>
<property name="IconThemePath" type="s" access="read"/><property name="ToolTip" type="(sa(iiay)ss)" access="read"/>
<property name="ItemIsMenu" type="b" access="read"/><property name="Menu" type="o" access="read"/>
<method name="Activate"><arg type="i" direction="in"/><arg type="i" direction="in"/></method>
<method name="SecondaryActivate"><arg type="i" direction="in"/><arg type="i" direction="in"/></method>
<method name="ContextMenu"><arg type="i" direction="in"/><arg type="i" direction="in"/></method>
<method name="Scroll"><arg type="i" direction="in"/><arg type="s" direction="in"/></method>
<signal name="NewIcon"/><signal name="NewAttentionIcon"/><signal name="NewToolTip"/>
<signal name="NewStatus"><arg type="s"/></signal>
</interface></node>)xml";

constexpr std::array plain_properties{"Category",      "Id",
                                      "Title",         "Status",
                                      "IconName",      "IconAccessibleDesc",
                                      "IconThemePath", "AttentionIconName",
                                      "ItemIsMenu",    "AttentionAccessibleDesc",
                                      "Menu"};

const char* status_of(const StatusIcon::Look& look) { return look.wants_attention ? "NeedsAttention" : "Active"; }

GVariant* tooltip(const std::string& sentence) {
    return g_variant_new("(s@a(iiay)ss)", "", g_variant_new_array(G_VARIANT_TYPE("(iiay)"), nullptr, 0),
                         sentence.c_str(), "");
}

} // namespace

StatusIcon::StatusIcon(GDBusConnection* bus, Listener listener, Look look)
    : bus_{bus}, listener_{std::move(listener)}, look_{std::move(look)}, icons_{beside_program(icons)} {
    // Without a function for properties their calls come to on_call, which may answer later.
    static const GDBusInterfaceVTable table{on_call, nullptr, nullptr, {}};
    Failure failure;
    const std::unique_ptr<GDBusNodeInfo, Release<g_dbus_node_info_unref>> node{
        g_dbus_node_info_new_for_xml(item_xml, failure.out())};
    object_ = node ? g_dbus_connection_register_object(bus, item_path, node->interfaces[0], &table, this, nullptr,
                                                       failure.out())
                   : 0;
    if (object_ == 0) throw std::runtime_error{"the icon cannot be offered on the bus: " + failure.text()};
}

StatusIcon::~StatusIcon() { g_dbus_connection_unregister_object(bus_, object_); }

void StatusIcon::show(const Look& look) {
    const Look before = std::exchange(look_, look);
    if (look.icon != before.icon) {
        emit("NewIcon");
        emit("NewAttentionIcon");
    }
    if (look.wants_attention != before.wants_attention) emit("NewStatus", g_variant_new("(s)", status_of(look)));
}

void StatusIcon::tooltip_changed() { emit("NewToolTip"); }

void StatusIcon::emit(const char* signal, GVariant* arguments) {
    // It fails only where the connection is gone, which ends the process by itself.
    g_dbus_connection_emit_signal(bus_, nullptr, item_path, item_interface, signal, arguments, nullptr);
}

GVariant* StatusIcon::value_of(const std::string& property) const {
    const auto text = [](const std::string& value) { return g_variant_new_string(value.c_str()); };
    if (property == "Category") return text("ApplicationStatus");
    if (property == "Id") return text("poise");
    if (property == "Title") return text("Poise");
    if (property == "Status") return text(status_of(look_));
    if (property == "IconName" || property == "AttentionIconName") return text(look_.icon);
    if (property == "IconAccessibleDesc" || property == "AttentionAccessibleDesc") return text(look_.description);
    if (property == "IconThemePath") return text(icons_);
    if (property == "ItemIsMenu") return g_variant_new_boolean(TRUE);
    if (property == "Menu") return g_variant_new_object_path(Menu::path);
    return nullptr;
}

void StatusIcon::get(const std::string& property, GDBusMethodInvocation* call) {
    const auto answer = [call](GVariant* value) {
        g_dbus_method_invocation_return_value(call, g_variant_new("(v)", value));
    };
    if (GVariant* value = value_of(property)) return answer(value);
    listener_.tooltip_asked([answer](const std::string& sentence) { answer(tooltip(sentence)); });
}

void StatusIcon::get_all(GDBusMethodInvocation* call) {
    listener_.tooltip_asked([this, call](const std::string& sentence) {
        GVariantBuilder properties;
        g_variant_builder_init(&properties, G_VARIANT_TYPE("a{sv}"));
        for (const char* name : plain_properties) g_variant_builder_add(&properties, "{sv}", name, value_of(name));
        g_variant_builder_add(&properties, "{sv}", "ToolTip", tooltip(sentence));
        g_dbus_method_invocation_return_value(call, g_variant_new("(a{sv})", &properties));
    });
}

void StatusIcon::call(const std::string& method, GDBusMethodInvocation* call) const {
    if (method == "Activate" || method == "SecondaryActivate") listener_.activated();
    g_dbus_method_invocation_return_value(call, nullptr);
}

void StatusIcon::on_call(GDBusConnection*, const char*, const char*, const char* interface, const char* method,
                         GVariant* arguments, GDBusMethodInvocation* call, gpointer self) noexcept {
    auto* icon = static_cast<StatusIcon*>(self);
    if (std::string_view{interface} == item_interface) return icon->call(method, call);
    if (std::string_view{method} == "GetAll") return icon->get_all(call);
    const char* property = nullptr;
    g_variant_get(arguments, "(&s&s)", nullptr, &property); // GDBus has checked that there is one of that name
    icon->get(property, call);
}

} // namespace poise::tray
