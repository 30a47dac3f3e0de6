// SPDX-License-Identifier: GPL-3.0-or-later
#include "style.hpp"

#include "say.hpp"

#include <gdkmm/display.h>
#include <glibmm/variant.h>
#include <gtkmm/cssprovider.h>
#include <gtkmm/settings.h>
#include <gtkmm/stylecontext.h>
#include <gtkmm/widget.h>

namespace poise::coach {

namespace {

constexpr const char* portal_name = "org.freedesktop.portal.Desktop";
constexpr const char* portal_path = "/org/freedesktop/portal/desktop";
constexpr const char* portal_settings = "org.freedesktop.portal.Settings";
constexpr const char* appearance = "org.freedesktop.appearance";
constexpr const char* color_scheme = "color-scheme";
constexpr guint32 prefers_dark = 1;

// Sizes are in em, so that they follow the desktop's text scaling.
constexpr const char* common = R"(
window { font-size: 1.1em; }
.heading { font-size: 1.5em; font-weight: 700; }
.subheading { font-size: 1.15em; font-weight: 700; margin-top: 12px; }
.scale > flowboxchild { padding: 2px 0; }
.scale button { min-width: 1.6em; padding-left: 4px; padding-right: 4px; }
.quiet { font-size: 0.95em; }
.stage { font-size: 1.2em; font-weight: 600; }
.count { font-size: 2em; font-weight: 700; }
.breathing { font-style: italic; }
.step { padding: 2px 10px; border-left: 4px solid transparent; }
.step:dir(rtl) { border-left: none; border-right: 4px solid transparent; }
.step.now { border-color: currentColor; }
.alone .step { font-size: 1.35em; }
.question { font-weight: 600; }
.advice { padding-left: 34px; font-size: 0.95em; }
.advice:dir(rtl) { padding-left: 0; padding-right: 34px; }
.message { font-size: 1.2em; }
.problem { font-weight: 600; }
.actions { padding: 12px 24px 18px 24px; border-top: 1px solid alpha(currentColor, 0.25); }
.actions button { padding: 8px 12px; }
checkbutton { padding: 4px 6px; }
checkbutton check, checkbutton radio { margin-right: 8px; }
button:focus-visible, checkbutton:focus-visible { outline: 3px solid currentColor; outline-offset: -4px; }
checkbutton:focus-visible { outline-offset: -2px; }
)";
// Against white and against #2d2d2d, in that order: #00615c 7.2 to 1, #a2350c 6.7 to 1; #7fd6cd 8.1 to 1, #ffb08f 7.9
// to 1.
constexpr const char* light = R"(
.ring, .step.now, .news { color: #00615c; }
.problem { color: #a2350c; }
button.suggested { background: #00615c; color: #ffffff; }
)";
constexpr const char* dark = R"(
.ring, .step.now, .news { color: #7fd6cd; }
.problem { color: #ffb08f; }
button.suggested { background: #7fd6cd; color: #10201f; }
)";

/// Also a theme that is dark by its name.
bool is_dark() {
    const auto settings = Gtk::Settings::get_default();
    const Glib::ustring theme = settings->property_gtk_theme_name().get_value();
    return settings->property_gtk_application_prefer_dark_theme() || theme.find("dark") != Glib::ustring::npos;
}

/// What stands at `index` of a reply or a signal, in however many boxes.
void prefer(const Glib::VariantContainerBase& arguments, gsize index) {
    Glib::VariantBase value;
    arguments.get_child(value, index);
    while (value.is_of_type(Glib::VARIANT_TYPE_VARIANT)) {
        value = Glib::VariantBase::cast_dynamic<Glib::Variant<Glib::VariantBase>>(value).get();
    }
    if (!value.is_of_type(Glib::VARIANT_TYPE_UINT32)) return;
    const bool dark_wanted = Glib::VariantBase::cast_dynamic<Glib::Variant<guint32>>(value).get() == prefers_dark;
    Gtk::Settings::get_default()->property_gtk_application_prefer_dark_theme() = dark_wanted;
}

} // namespace

void apply_style() {
    // GTK goes by its own catalogue, which may lack a language that ours has.
    if (is_read_from_right()) Gtk::Widget::set_default_direction(Gtk::TextDirection::RTL);
    static const auto provider = Gtk::CssProvider::create();
    const auto load = [] { provider->load_from_data(std::string{common} + (is_dark() ? dark : light)); };
    load();
    Gtk::StyleContext::add_provider_for_display(Gdk::Display::get_default(), provider,
                                                GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
    const auto settings = Gtk::Settings::get_default();
    settings->property_gtk_application_prefer_dark_theme().signal_changed().connect(load);
    settings->property_gtk_theme_name().signal_changed().connect(load);
}

void follow_color_scheme(const Glib::RefPtr<Gio::DBus::Connection>& bus) {
    const auto text = [](const char* value) { return Glib::Variant<Glib::ustring>::create(value); };
    bus->call(
        portal_path, portal_settings, "Read",
        Glib::VariantContainerBase::create_tuple({text(appearance), text(color_scheme)}),
        [bus](const Glib::RefPtr<Gio::AsyncResult>& result) {
            try {
                prefer(bus->call_finish(result), 0);
            } catch (const Glib::Error&) {
                // no portal, or one that does not know it
            }
        },
        portal_name);
    bus->signal_subscribe(
        [](const auto&, const auto&, const auto&, const auto&, const auto&,
           const Glib::VariantContainerBase& arguments) {
            Glib::Variant<Glib::ustring> key;
            if (arguments.get_n_children() < 3) return;
            arguments.get_child(key, 1);
            if (key.get() == color_scheme) prefer(arguments, 2);
        },
        portal_name, portal_settings, "SettingChanged", portal_path, appearance);
}

} // namespace poise::coach
