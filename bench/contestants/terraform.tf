# What one writes by the documentation of the provider restapi: the customers of a file, each an object
# that is created, read and destroyed. The token is got beforehand, because the provider's own sign-in
# would get one for each call.

terraform {
  required_providers {
    restapi = {
      source = "mastercard/restapi"
    }
  }
}

variable "api_url" {
  type = string
}

variable "access_token" {
  type      = string
  sensitive = true
}

variable "customers" {
  type = string
}

provider "restapi" {
  uri = "${var.api_url}/v1"
  headers = {
    Authorization = "Bearer ${var.access_token}"
  }

  # The answer to a creation holds the id.
  write_returns_object = true
}

resource "restapi_object" "customer" {
  for_each = jsondecode(file(var.customers))
  path     = "/customers"
  data = jsonencode({
    companyProfile = each.value.companyProfile
    billingProfile = each.value.billingProfile
  })
}
