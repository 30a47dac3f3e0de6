// SPDX-License-Identifier: GPL-3.0-or-later
// The few widgets that every window of the coach is made of. They wrap instead of growing wide, so that a text of twice
// the size still fits a small screen. Made for a parent that will own them.
#pragma once

#include <gtkmm/box.h>
#include <gtkmm/button.h>
#include <gtkmm/checkbutton.h>
#include <gtkmm/label.h>
#include <gtkmm/scrolledwindow.h>
#include <gtkmm/window.h>

#include <functional>
#include <string>
#include <vector>

namespace poise::coach {

inline constexpr int gap = 12;

[[nodiscard]] Gtk::Label* make_text(const std::string& text, const char* css_class = nullptr);
[[nodiscard]] Gtk::Label* make_heading(const std::string& text);
/// Of a part of a page.
[[nodiscard]] Gtk::Label* make_subheading(const std::string& text);
/// Every problem in a line of its own; none: not to be seen.
void tell(Gtk::Label& label, const std::vector<std::string>& problems);
/// An underscore comes before the letter that presses it together with Alt.
[[nodiscard]] Gtk::Button* make_button(const std::string& label, std::function<void()> pressed);
[[nodiscard]] Gtk::Button* make_suggested(const std::string& label, std::function<void()> pressed);
void relabel(Gtk::Button& button, const std::string& label);
[[nodiscard]] Gtk::CheckButton* make_check(const std::string& label);
/// A column with a margin.
[[nodiscard]] Gtk::Box* make_column();
/// What does not fit is scrolled to, also by the keyboard; `name` is for those who hear it.
[[nodiscard]] Gtk::ScrolledWindow* make_scrolled(Gtk::Widget& content, const std::string& name);
/// Side by side, of one width.
[[nodiscard]] Gtk::Box* make_row(const std::vector<Gtk::Button*>& buttons);
/// Below what is scrolled, so that they are always in sight. The first is the usual one: of two it is the one to the
/// right.
[[nodiscard]] Gtk::Box* make_actions(const std::vector<Gtk::Button*>& buttons);
[[nodiscard]] Gtk::Box* make_page(Gtk::Widget& content, const std::string& name, Gtk::Box& actions);
/// As soon as it can be seen.
void take_focus(Gtk::Widget& widget);
void close_by_escape(Gtk::Window& window);

} // namespace poise::coach
