#pragma once
#include <stdio.h>
#include <gvc.h>
