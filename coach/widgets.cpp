// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets.hpp"

#include "accessible.hpp"

#include <glibmm/main.h>
#include <gtkmm/object.h>
#include <gtkmm/shortcut.h>
#include <gtkmm/shortcutcontroller.h>

#include <utility>

namespace poise::coach {

namespace {

constexpr int readable_width = 64; // characters

void make_wrap(Gtk::Label& label) {
    label.set_wrap(true);
    label.set_wrap_mode(Pango::WrapMode::WORD_CHAR);
    label.set_natural_wrap_mode(Gtk::NaturalWrapMode::NONE);
    label.set_xalign(0);
    label.set_max_width_chars(readable_width);
}

} // namespace

Gtk::Label* make_text(const std::string& text, const char* css_class) {
    auto* label = Gtk::make_managed<Gtk::Label>(text);
    make_wrap(*label);
    if (css_class != nullptr) label->add_css_class(css_class);
    return label;
}

Gtk::Label* make_heading(const std::string& text) {
    auto* label = Gtk::make_managed<Gtk::Label>();
    set_role(*label, Gtk::Accessible::Role::HEADING);
    label->set_text(text);
    make_wrap(*label);
    label->add_css_class("heading");
    return label;
}

Gtk::Label* make_subheading(const std::string& text) {
    auto* label = make_heading(text);
    label->remove_css_class("heading");
    label->add_css_class("subheading");
    return label;
}

void tell(Gtk::Label& label, const std::vector<std::string>& problems) {
    std::string text;
    for (const std::string& problem : problems) text += (text.empty() ? "" : "\n") + problem;
    label.set_text(text);
    label.set_visible(!text.empty());
}

Gtk::Button* make_button(const std::string& label, std::function<void()> pressed) {
    auto* button = Gtk::make_managed<Gtk::Button>(label, true);
    if (auto* text = dynamic_cast<Gtk::Label*>(button->get_child())) {
        text->set_wrap(true);
        text->set_justify(Gtk::Justification::CENTER);
    }
    label_by_text_alone(*button);
    button->signal_clicked().connect(std::move(pressed));
    return button;
}

Gtk::Button* make_suggested(const std::string& label, std::function<void()> pressed) {
    auto* button = make_button(label, std::move(pressed));
    button->add_css_class("suggested");
    return button;
}

void relabel(Gtk::Button& button, const std::string& label) {
    button.set_label(label);
    label_by_text_alone(button);
}

Gtk::CheckButton* make_check(const std::string& label) {
    auto* check = Gtk::make_managed<Gtk::CheckButton>();
    check->set_child(*make_text(label));
    replace_label(*check, label);
    return check;
}

Gtk::Box* make_column() {
    auto* column = Gtk::make_managed<Gtk::Box>(Gtk::Orientation::VERTICAL, gap);
    column->set_margin(2 * gap);
    return column;
}

Gtk::ScrolledWindow* make_scrolled(Gtk::Widget& content, const std::string& name) {
    auto* scrolled = Gtk::make_managed<Gtk::ScrolledWindow>();
    set_label(*scrolled, name);
    scrolled->set_policy(Gtk::PolicyType::NEVER, Gtk::PolicyType::AUTOMATIC);
    scrolled->set_propagate_natural_height(true);
    scrolled->set_vexpand(true);
    scrolled->set_child(content);
    return scrolled;
}

Gtk::Box* make_row(const std::vector<Gtk::Button*>& buttons) {
    auto* row = Gtk::make_managed<Gtk::Box>(Gtk::Orientation::HORIZONTAL, gap);
    row->set_homogeneous(true);
    if (buttons.size() == 1) row->set_halign(Gtk::Align::START);
    for (auto* button : buttons) row->append(*button);
    return row;
}

Gtk::Box* make_actions(const std::vector<Gtk::Button*>& buttons) {
    auto* actions = Gtk::make_managed<Gtk::Box>(Gtk::Orientation::VERTICAL, gap);
    actions->add_css_class("actions");
    if (buttons.size() == 2) {
        actions->append(*make_row({buttons[1], buttons[0]}));
        return actions;
    }
    for (auto* button : buttons) actions->append(*button);
    return actions;
}

Gtk::Box* make_page(Gtk::Widget& content, const std::string& name, Gtk::Box& actions) {
    auto* page = Gtk::make_managed<Gtk::Box>(Gtk::Orientation::VERTICAL);
    page->append(*make_scrolled(content, name));
    page->append(actions);
    return page;
}

void take_focus(Gtk::Widget& widget) {
    widget.signal_map().connect([&widget] {
        // Not now: a stack that turns a page hands the focus on after that, to the one behind this. Before the next
        // key.
        const auto take = sigc::bind_return(sigc::mem_fun(widget, &Gtk::Widget::grab_focus), false);
        Glib::signal_idle().connect(take, Glib::PRIORITY_HIGH);
    });
}

void close_by_escape(Gtk::Window& window) {
    const auto keys = Gtk::ShortcutController::create();
    keys->set_scope(Gtk::ShortcutScope::GLOBAL);
    const auto action = Gtk::CallbackAction::create([&window](auto&, const auto&) {
        window.close();
        return true;
    });
    keys->add_shortcut(Gtk::Shortcut::create(Gtk::ShortcutTrigger::parse_string("Escape"), action));
    window.add_controller(keys);
}

} // namespace poise::coach
