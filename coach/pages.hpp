// SPDX-License-Identifier: GPL-3.0-or-later
// One page at a time, made when it is turned to and gone when it is left; and at most one, home, that stays.
#pragma once

#include <gtkmm/stack.h>

#include <vector>

namespace poise::coach {

class Pages final : public Gtk::Stack {
public:
    Pages() = default;
    ~Pages() override;
    Pages(const Pages&) = delete;
    Pages& operator=(const Pages&) = delete;

    void set_home(Gtk::Widget& page);
    void turn_to(Gtk::Widget& page);
    void turn_home();
    [[nodiscard]] bool is_home() const { return page_ == nullptr; }

private:
    void leave();

    Gtk::Widget* home_ = nullptr;
    Gtk::Widget* page_ = nullptr; // other than home
    std::vector<sigc::connection> leaving_;
};

} // namespace poise::coach
